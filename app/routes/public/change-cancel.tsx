import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CancelMoney } from '#app/ui/seat/cancel-money.tsx'
import { CancelVisa } from './cancel-visa.tsx'
import { ChangePage } from './change-page.tsx'
import { askedSeat, toOrder } from './changing.server.ts'
import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { cancelFigures } from '#app/payments/changes/cancel-figures.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { cancelSchema, visaDay } from '#app/registrations/changes/cancel-form.ts'
import { claimableRule } from '#app/registrations/changes/refund-rules.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('change.cancel.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const isVisa = new URL(args.request.url).searchParams.get('reason') === 'visa'
  return data(await figuresFor(args, isVisa, null), { headers: KEYED_PAGE })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { db, gateways, config } = context.services
  const { seat, key } = await askedSeat(args, 'cancel')
  const sent = await readForm(request, { files: true })
  const { form, refusals } = await keepUploads(db, sent, {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: seat.eventId,
    now: context.now,
    purposeOf: (name) => (name === 'proof' ? 'proof' : null),
  })
  const isVisa = new URL(request.url).searchParams.get('reason') === 'visa'
  const parsed = parseForm(form, cancelSchema(isVisa), refusals)
  const again = async (state: typeof EMPTY_FORM, status: number) =>
    data(
      { form: state, figures: (await figuresFor(args, isVisa, visaDay(form))).figures },
      { status, headers: KEYED_PAGE },
    )
  if (!parsed.ok) return await again(parsed.form, 422)
  const { shown, appliedOn, proof } = parsed.value
  const result = await cancelSeat(db, gateways, {
    orderId: seat.orderId,
    code: seat.code,
    shown,
    ...(isVisa ? { visa: { appliedOn, fileId: proof } } : {}),
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return await again(refusedForm(form, result.refusals), 409)
  return toOrder(context, { orderCode: seat.orderCode, key }, 'cancelled')
}

/** As if the visa had been applied for in time, until another day is told. */
async function figuresFor(args: LoaderFunctionArgs, isVisa: boolean, appliedOn: string | null) {
  const { seat, why, shown } = await askedSeat(args, 'cancel')
  const { services, now } = args.context
  const claimable = claimableRule(seat.refundRules, now)
  const figures = await cancelFigures(services.db, services.gateways, seat, {
    isVisaRefused: isVisa,
    visaAppliedOn: appliedOn ?? claimable?.appliedByOn ?? null,
    now,
  })
  return {
    seat: { ...shown, isHeld: seat.state === 'held', asksFinance: seat.rules.refundAsks === 'finance' },
    why,
    isVisa: isVisa && claimable !== null,
    claimable,
    figures,
  }
}

export type CancelData = Awaited<ReturnType<typeof figuresFor>>

export default function Page() {
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, path, language } = usePage()
  const { seat, why, isVisa, claimable } = loaded
  const figures = sent?.figures ?? loaded.figures
  const form = sent?.form ?? EMPTY_FORM
  const heading = seat.isUnnamed
    ? t('change.cancel.headingUnnamed')
    : t(isVisa ? 'change.cancel.visaHeading' : 'change.cancel.heading', { name: isolate(seat.fullName) })
  const address = `/orders/${seat.orderCode}/seats/${seat.code}/cancel?key=${seat.key}`
  const back = figures.plan.returned
  const amount = seat.currency
    ? isolateIn(language, formatMoney({ amountMinor: back, currency: seat.currency }, language))
    : ''
  return (
    <ChangePage seat={seat} heading={heading} form={form} why={why}>
      <p className="lead">{t('change.cancel.final')}</p>
      {seat.addons.length > 0 && (
        <p>{t('change.cancel.addons', { addons: seat.addons.join(t('common.listSeparator')) })}</p>
      )}
      <CancelMoney seat={seat} figures={figures} />
      <form
        method="post"
        encType={isVisa ? 'multipart/form-data' : undefined}
        action={path(isVisa ? `${address}&reason=visa` : address)}
      >
        <input type="hidden" name="shown" value={figures.amount + figures.claimed} />
        {isVisa && claimable && <CancelVisa form={form} rule={claimable} zone={seat.event.zone} />}
        <p className="row after">
          <button className="go">
            {isVisa
              ? t('change.cancel.visaButton')
              : back > 0
                ? t('change.cancel.buttonWith', { amount })
                : t('change.cancel.button')}
          </button>
          {isVisa && <a href={path(address)}>{t('change.cancel.ownWish')}</a>}
          {!isVisa && claimable && !seat.isHeld && seat.cost > 0 && (
            <a href={path(`${address}&reason=visa`)}>{t('change.cancel.visaLink')}</a>
          )}
        </p>
      </form>
    </ChangePage>
  )
}
