import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Figures, WaysBack } from '#app/ui/seat/change-figures.tsx'
import { ChangePage } from './change-page.tsx'
import { askedSeat, toOrder } from './changing.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { planReturn } from '#app/payments/refunds/return-plan.server.ts'
import { remoteSchema } from '#app/registrations/changes/change-form.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { HOLD_MINUTES } from '#app/registrations/seats/hold-minutes.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { Empty } from '#app/ui/empty.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('change.remote.title') }))

export async function loader(args: LoaderFunctionArgs) {
  return data(await figuresFor(args), { headers: KEYED_PAGE })
}

async function figuresFor(args: LoaderFunctionArgs) {
  const { seat, why, shown } = await askedSeat(args, 'remote')
  const { services, now } = args.context
  const [option] = why ? [] : await changeOptions(services.db, seat, { kind: 'remote', now })
  const differenceMinor = option?.priced.differenceMinor ?? 0
  const takenOff = Math.max(0, -differenceMinor)
  return {
    seat: { ...shown, asksFinance: seat.rules.refundAsks === 'finance', paysFirst: seat.confirmsOn === 'payment' },
    why,
    option: option
      ? {
          name: option.name,
          differenceMinor,
          why:
            option.why &&
            `refusal.${option.why.code}?${new URLSearchParams(option.why.details as Record<string, string> | undefined)}`,
        }
      : null,
    plan: await planReturn(services.db, services.gateways, { orderId: seat.orderId, takenOff }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { seat, key } = await askedSeat(args, 'remote')
  const form = await readForm(request)
  const parsed = parseForm(form, remoteSchema)
  const shown = parsed.ok ? parsed.value.shown : -1
  const result = await changeSeat(context.services.db, context.services.gateways, {
    orderId: seat.orderId,
    code: seat.code,
    kind: 'remote',
    ticketTypeId: seat.remoteTypeId ?? '',
    shown,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return data({ form: refusedForm(form, result.refusals) }, { status: 409, headers: KEYED_PAGE })
  return toOrder(
    context,
    { orderCode: seat.orderCode, key },
    result.value.state === 'waits' ? 'changeWaits' : 'changed',
  )
}

export default function Page() {
  const { seat, why, option, plan } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const blocked = option === null ? t('change.remote.never') : option.why ? sentenceOf(option.why, t) : null
  return (
    <ChangePage
      seat={seat}
      heading={t('change.remote.heading', { name: isolate(seat.fullName) })}
      form={form}
      why={why}
    >
      {option && (
        <p className="lead">
          {t('change.remote.lead', { ticket: isolate(seat.ticket), remote: isolate(option.name) })}
        </p>
      )}
      {blocked !== null ? (
        <Empty level="h2" title={t('change.notNow')}>
          <p>{blocked}</p>
        </Empty>
      ) : (
        <form method="post" action={path(`/orders/${seat.orderCode}/seats/${seat.code}/remote?key=${seat.key}`)}>
          {seat.currency && (
            <Figures
              currency={seat.currency}
              rows={[
                { label: 'change.figures.cost', amountMinor: seat.cost, isKept: true },
                { label: 'change.figures.more', amountMinor: option!.differenceMinor },
                { label: 'change.figures.lessDue', amountMinor: plan.lessDue },
                { label: 'change.figures.returned', amountMinor: plan.returned },
              ]}
            />
          )}
          {option!.differenceMinor > 0 && (
            <p>
              {seat.paysFirst
                ? t('change.options.paysFirst', { minutes: HOLD_MINUTES })
                : t('change.options.paysLater')}
            </p>
          )}
          <WaysBack parts={plan.parts} afterFinance={seat.asksFinance} />
          <input type="hidden" name="shown" value={option!.differenceMinor} />
          <p className="row after">
            <button className="go">{t('change.remote.button')}</button>
          </p>
        </form>
      )}
    </ChangePage>
  )
}
