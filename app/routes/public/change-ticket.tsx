import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { WayBack } from '#app/ui/seat/change-figures.tsx'
import { ChangePage } from './change-page.tsx'
import { askedSeat, toOrder } from './changing.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { planReturn } from '#app/payments/refunds/return-plan.server.ts'
import { ticketSchema } from '#app/registrations/changes/change-form.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { HOLD_MINUTES } from '#app/registrations/seats/hold-minutes.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ChoiceField } from '#app/ui/fields.tsx'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ImpossibleOptions } from '#app/ui/seat/impossible-options.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('change.options.title') }))

export async function loader(args: LoaderFunctionArgs) {
  return data(await optionsFor(args), { headers: KEYED_PAGE })
}

/** One ticket that the seat can become, or why it cannot (`why`: a message). */
interface ShownOption {
  id: string
  name: string
  differenceMinor: number
  isShownAtDesk: boolean
  why: string | null
}

async function optionsFor(args: LoaderFunctionArgs) {
  const { seat, why, shown } = await askedSeat(args, 'ticket')
  const { db, gateways } = args.context.services
  const options = why ? [] : await changeOptions(db, seat, { kind: 'ticket', now: args.context.now })
  const most = Math.max(0, ...options.map(({ priced }) => -priced.differenceMinor))
  const { parts } = await planReturn(db, gateways, { orderId: seat.orderId, takenOff: most })
  return {
    seat: { ...shown, asksFinance: seat.rules.refundAsks === 'finance', paysFirst: seat.confirmsOn === 'payment' },
    why,
    way: parts[0] ?? null,
    options: options.map(({ ticketTypeId, name, priced, proof, why: not }): ShownOption => ({
      id: ticketTypeId,
      name,
      differenceMinor: priced.differenceMinor,
      isShownAtDesk: proof?.how === 'desk',
      why: not && `refusal.${not.code}?${new URLSearchParams(not.details as Record<string, string> | undefined)}`,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { seat, key } = await askedSeat(args, 'ticket')
  const form = await readForm(request)
  const again = async (state: typeof EMPTY_FORM, status: number) =>
    data({ form: state, options: (await optionsFor(args)).options }, { status, headers: KEYED_PAGE })
  const parsed = parseForm(form, ticketSchema)
  if (!parsed.ok) return await again(parsed.form, 422)
  const { ticket, shown } = parsed.value
  const result = await changeSeat(context.services.db, context.services.gateways, {
    orderId: seat.orderId,
    code: seat.code,
    kind: 'ticket',
    ticketTypeId: ticket,
    shown: shown[ticket] ?? 0,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return await again(refusedForm(form, result.refusals), 409)
  return toOrder(
    context,
    { orderCode: seat.orderCode, key },
    result.value.state === 'waits' ? 'changeWaits' : 'changed',
  )
}

export default function Page() {
  const loaded = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, path, language } = usePage()
  const { seat, why, way } = loaded
  const options: ShownOption[] = sent?.options ?? loaded.options
  const form = sent?.form ?? EMPTY_FORM
  const possible = options.filter((option) => option.why === null)
  const impossible = options.filter((option) => option.why !== null)
  const money = (amountMinor: number) =>
    seat.currency ? isolateIn(language, formatMoney({ amountMinor, currency: seat.currency }, language)) : ''
  const difference = (minor: number) =>
    minor === 0
      ? t('change.options.same')
      : t(minor > 0 ? 'change.options.toPay' : way ? 'change.options.returned' : 'change.options.less', {
          amount: money(Math.abs(minor)),
        })
  return (
    <ChangePage
      seat={seat}
      heading={t('change.options.heading', { name: isolate(seat.fullName) })}
      form={form}
      why={why}
    >
      <p className="lead">
        {seat.cost > 0
          ? t('change.options.lead', { ticket: isolate(seat.ticket), amount: money(seat.cost) })
          : t('change.options.leadFree', { ticket: isolate(seat.ticket) })}
      </p>
      {possible.length === 0 ? (
        <Empty level="h2" title={t('change.options.noneTitle')}>
          <p>{t('change.options.noneWhy')}</p>
        </Empty>
      ) : (
        <form
          method="post"
          action={path(`/orders/${seat.orderCode}/seats/${seat.code}/ticket?key=${seat.key}`)}
          className="flow"
        >
          <ChoiceField
            form={form}
            name="ticket"
            legend={t('change.options.choose')}
            options={possible.map(({ id, name, differenceMinor, isShownAtDesk }) => ({
              value: id,
              label: <bdi>{name}</bdi>,
              detail: (
                <>
                  {difference(differenceMinor)}
                  {isShownAtDesk && (
                    <>
                      <br />
                      {t('change.options.deskProof')}
                    </>
                  )}
                </>
              ),
            }))}
          />
          {possible.map(({ id, differenceMinor }) => (
            <input key={id} type="hidden" name={`shown.${id}`} value={differenceMinor} />
          ))}
          {possible.some(({ differenceMinor }) => differenceMinor > 0) && (
            <p>
              {seat.paysFirst
                ? t('change.options.paysFirst', { minutes: HOLD_MINUTES })
                : t('change.options.paysLater')}
            </p>
          )}
          {way && possible.some(({ differenceMinor }) => differenceMinor < 0) && (
            <WayBack part={way} afterFinance={seat.asksFinance} />
          )}
          <p className="row after">
            <button className="go">{t('change.options.button')}</button>
          </p>
        </form>
      )}
      <ImpossibleOptions title={t('pay.closedTitle')} options={impossible} />
    </ChangePage>
  )
}
