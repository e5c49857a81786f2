import { randomUUID } from 'node:crypto'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownAward } from './application-award.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { mayUpload } from './upload-limit.server.ts'
import { ACCEPT } from '#app/files/file-rules.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { claimReceipt } from '#app/scholarships/payouts/claim-receipt.server.ts'
import { leftOfComponent } from '#app/scholarships/payouts/left-of-component.server.ts'
import { receiptSchema } from '#app/scholarships/payouts/receipt-form.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { isKey } from '#app/locales/translate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, typedValue } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.own.receiptsTitle') }))

export async function loader(given: LoaderFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) return data({ own: null, parts: [], formKey: '' }, { status: 404, headers: KEYED_PAGE })
  const parts = []
  for (const { id, kind, payout, state } of own.award.components)
    if (payout === 'reimbursed' && state === 'accepted') {
      const leftMinor = await leftOfComponent(given.context.services.db, id)
      if (leftMinor > 0 && own.award.state === 'accepted') parts.push({ id, kind, leftMinor })
    }
  return data({ own, parts, formKey: randomUUID() }, { headers: KEYED_PAGE })
}

export async function action(given: ActionFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) throw notFound()
  const { context, request } = given
  const { services, now } = context
  const uploads = await keepUploads(services.db, await readForm(request, { files: true }), {
    mayTake: () => mayUpload(context),
    secret: services.config.secret,
    eventId: own.event.id,
    now,
    purposeOf: (field) => (field === 'file' ? 'receipt' : null),
  })
  const parsed = parseForm(uploads.form, receiptSchema, uploads.refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { component: componentId, description, amount, file, formKey } = parsed.value
  const done = await claimReceipt(services.db, {
    awardId: own.award.id,
    componentId,
    description,
    amount,
    formKey,
    now,
    fileId: fileOfToken(file)!.id,
    actor: { kind: 'visitor' },
  })
  const status = !done.ok && done.refusals[0]!.code === 'busy' ? 503 : 409
  if (!done.ok) return data({ form: refusedForm(uploads.form, done.refusals) }, { status, headers: KEYED_PAGE })
  const query = new URLSearchParams({ ...(own.key === '' ? {} : { key: own.key }), done: 'sent' })
  return withoutReferrer(seeOther(context, `/applications/${own.code}/award?${query}`))
}

export default function Receipts() {
  const { own, parts, formKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path, language } = usePage()
  if (!own?.award) return <ApplicationStranger />
  const { currency } = own.award
  const base = `/applications/${own.code}/award`
  const kinds = parts.map(({ kind }) => t(`award.kinds.${kind}`)).join(t('common.listSeparator'))
  const left = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  const labelOf = (name: string) => {
    const key = `award.own.${name}`
    return isKey(key) ? t(key) : undefined
  }
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(own.event.mark)} className="flow">
      <ErrorSummary form={form} labelOf={labelOf} />
      <p>
        <a href={path(base + own.query)}>{t('award.own.backToAward')}</a>
      </p>
      <h1>{t('award.own.receiptsTitle')}</h1>
      <ReceiptList own={own} />
      {parts.length === 0 ? (
        <p className="lead">{t('award.own.nothingLeft')}</p>
      ) : (
        <>
          <p className="lead">{t('award.own.receiptsLead', { kinds })}</p>
          <form method="post" encType="multipart/form-data" action={path(`${base}/receipts${own.query}`)}>
            <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
            <SelectField
              form={form}
              name="component"
              label={t('award.own.component')}
              options={parts.map((part) => ({
                value: part.id,
                label: t('award.own.left', { kind: t(`award.kinds.${part.kind}`), amount: left(part.leftMinor) }),
              }))}
            />
            <TextField form={form} name="description" label={t('award.own.description')} maxLength={200} />
            <TextField form={form} name="amount" label={t('award.own.amount')} dir="ltr" maxLength={20} />
            <TextField
              form={form}
              name="currency"
              label={t('award.own.currency')}
              hint={t('award.own.currencyHint')}
              defaultValue={currency}
              dir="ltr"
              maxLength={3}
            />
            <FileField
              form={form}
              name="file"
              label={t('award.own.file')}
              hint={t('award.own.fileHint')}
              accept={ACCEPT.receipt}
            />
            <p className="after">
              <button className="go">{t('award.own.send')}</button>
            </p>
          </form>
        </>
      )}
    </main>
  )
}
