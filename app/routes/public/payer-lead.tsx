import type { PaymentInstructions } from '#app/payments/methods/instructions.ts'
import { heldUntilOf } from '#app/registrations/seats/held-until.ts'
import type { Standing } from '#app/registrations/order-standing.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { isPaymentNews } from './payment-news.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'

export interface PayerOrder {
  code: string
  title: string
  startsOn: string
  endsOn: string
  zone: string
  status: string
  currency: string | null
  dueAt: string | null
  due: number
  paid: number
  standing: Standing
  seats: { state: string; heldUntil: string | null }[]
  instructions: PaymentInstructions | null
}

/** What is to pay, by when, and the button; or why there is none. */
export function PayerLead({
  order,
  payerKey,
  payment,
}: {
  order: PayerOrder
  payerKey: string
  payment: string | null
}) {
  const { t, path, language } = usePage()
  const query = `?key=${payerKey}`
  const amount = (amountMinor: number) =>
    isolateIn(language, formatMoney({ amountMinor, currency: order.currency ?? 'XXX' }, language))
  const state = stateOf(order)
  const until = order.dueAt ?? heldUntilOf(order.seats)
  return (
    <div className="flow intro">
      <p className="kind">
        <bdi>{order.title}</bdi> · <bdi>{formatDays(order.startsOn, order.endsOn, language)}</bdi>
      </p>
      <h1>{t('seat.payerHeading', { event: isolate(order.title) })}</h1>
      {isPaymentNews(payment) && (
        <Note is="warn">
          <p>{sentenceOf(`refusal.${payment}`, t)}</p>
        </Note>
      )}
      <p className="lead">{t(LEADS[state])}</p>
      {state === 'due' && (
        <>
          {order.paid > 0 && <p>{t('seat.payerPart', { paid: amount(order.paid), due: amount(order.due) })}</p>}
          {until && (
            <p>
              {t(order.dueAt ? 'seat.payerDueBy' : 'seat.payerHeldUntil', {
                when: formatMoment(until, order.zone, language),
              })}
            </p>
          )}
          {!order.instructions && (
            <>
              <form method="post" action={path(`/orders/${order.code}/pay${query}`)} className="noprint">
                <button className="go">{t('order.payNow', { amount: amount(order.due) })}</button>
              </form>
              <p className="noprint">
                <a href={path(`/orders/${order.code}/ways${query}`)}>{t('pay.otherWay')}</a>
              </p>
            </>
          )}
        </>
      )}
      {state === 'checking' && (
        <p className="noprint">
          <a className="btn go" href={path(`/orders/${order.code}/payer${query}`)}>
            {t('order.checkAgain')}
          </a>
        </p>
      )}
    </div>
  )
}

const LEADS = {
  due: 'seat.payerLead',
  checking: 'seat.payerChecking',
  closed: 'seat.payerClosed',
  paid: 'seat.payerPaid',
  nothing: 'seat.payerNothing',
} as const

function stateOf({ standing, status, due, paid, seats }: PayerOrder): keyof typeof LEADS {
  if (standing === 'checking') return 'checking'
  if (due <= 0) return paid > 0 ? 'paid' : 'nothing'
  const isOpen = status !== 'cancelled' && seats.some(({ state }) => state === 'held' || state === 'confirmed')
  return isOpen ? 'due' : 'closed'
}
