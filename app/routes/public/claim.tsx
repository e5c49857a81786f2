import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { payingOrder } from './paying-order.server.ts'
import { mayUpload } from './upload-limit.server.ts'
import { ACCEPT } from '#app/files/file-rules.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { claimKindOf, claimSchema } from '#app/payments/claims/claim-form.ts'
import { makeClaim } from '#app/payments/claims/make-claim.server.ts'
import { instructionsFor } from '#app/payments/methods/instructions-for.server.ts'
import { orderPlace } from '#app/payments/queries.server.ts'
import { shownReference } from '#app/payments/reference.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t(`pay.claim.title.${args.data?.kind ?? 'paid'}`) }))

/** Where a payer tells us that they have paid, sends a purchase order, or asks for a waiver. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, ...order } = await payingOrder(request, params.code, context)
  const { services, now, language } = context
  const [instructions, place] = await Promise.all([
    instructionsFor(services.db, { orderId: id, now }),
    orderPlace(services.db, { orderId: id, language }),
  ])
  return data({ order, instructions, place, kind: claimKindOf(place.paymentMethod) }, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const order = await payingOrder(request, params.code, context)
  const { services, now, language } = context
  const { db, config } = services
  const place = await orderPlace(db, { orderId: order.id, language })
  const uploads = await keepUploads(db, await readForm(request, { files: true }), {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: place.eventId,
    now,
    purposeOf: (field) => (field === 'file' ? 'payment' : null),
  })
  const parsed = parseForm(uploads.form, claimSchema(claimKindOf(place.paymentMethod) ?? 'paid'), uploads.refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { reference, note, file } = parsed.value
  const fileId = file === undefined ? null : (fileOfToken(file)?.id ?? null)
  const made = await makeClaim(db, { orderId: order.id, reference, note, fileId, now })
  if (made.ok) return withoutReferrer(seeOther(context, `${order.page}?${new URLSearchParams({ key: order.key })}#pay`))
  const status = made.refusals[0]!.code === 'busy' ? 503 : 409
  return data({ form: refusedForm(uploads.form, made.refusals) }, { status, headers: KEYED_PAGE })
}

export default function Claim() {
  const { order, instructions, place, kind } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const query = new URLSearchParams({ key: order.key })
  const isWaiting = instructions?.claim?.state === 'waiting'
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(place.mark)} className="flow">
      <ErrorSummary form={form} />
      <p>
        <a href={path(`${order.page}?${query}`)}>{t('pay.backToOrder')}</a>
      </p>
      <h1>{t(`pay.claim.title.${kind ?? 'paid'}`)}</h1>
      {!instructions || kind === null ? (
        <p className="lead">{t('pay.claim.nothing')}</p>
      ) : isWaiting ? (
        <Note>
          <p>{t('pay.claim.waiting')}</p>
        </Note>
      ) : (
        <>
          <p className="lead">{t(`pay.claim.lead.${kind}`)}</p>
          <p>
            <Price money={instructions.amount} />
            {instructions.reference && (
              <>
                {' · '}
                <bdi dir="ltr">{shownReference(instructions.reference)}</bdi>
              </>
            )}
          </p>
          <form
            method="post"
            encType="multipart/form-data"
            action={path(`/orders/${order.code}/claim?${query}`)}
            className="flow"
          >
            {kind !== 'waiver' && (
              <TextField
                form={form}
                name="reference"
                label={t(`pay.claim.reference.${kind}`)}
                hint={t(`pay.claim.referenceHint.${kind}`)}
                defaultValue={kind === 'purchase-order' ? instructions.purchaseOrder : null}
                maxLength={100}
                dir="ltr"
                isOptional
              />
            )}
            <FileField
              form={form}
              name="file"
              label={t(`pay.claim.file.${kind}`)}
              hint={t('pay.claim.fileHint')}
              accept={ACCEPT.payment}
              isOptional
            />
            <TextArea
              form={form}
              name="note"
              label={t(`pay.claim.note.${kind}`)}
              maxLength={1000}
              isOptional={kind !== 'waiver'}
            />
            <p>
              <button className="go">{t(`pay.claim.send.${kind}`)}</button>
            </p>
          </form>
        </>
      )}
    </main>
  )
}
