import type { ShownOrder } from './shown-order.ts'
import { heldUntilOf } from '#app/registrations/held-until.ts'
import { sentenceOf } from '#app/locales/message.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

/** What the payment step may send back with; each has its sentence among the refusals. */
const PAYMENT_NEWS = /^(payment-unavailable|payment-processing|order-closed|amount-too-small|busy)$/

/** How things stand in a sentence, and the one thing to do next. */
export function OrderLead({
  order,
  orderKey,
  payment,
}: {
  order: ShownOrder
  orderKey: string
  payment: string | null
}) {
  const { t, path, language, now } = usePage()
  const query = `?key=${orderKey}`
  const isActive = order.standing === 'confirmed' || order.standing === 'owing' || order.standing === 'part'
  return (
    <div className="split head">
      <p className="hint">
        {t('order.order')}{' '}
        <b>
          <bdi dir="ltr">{order.code}</bdi>
        </b>
      </p>
      <div className="flow">
        <h1>{heading(order, t)}</h1>
        {payment && PAYMENT_NEWS.test(payment) && (
          <Note is="warn">
            <p>{sentenceOf(`refusal.${payment}`, t)}</p>
          </Note>
        )}
        <p className="lead">{lead(order, t, language, now)}</p>
        {(order.standing === 'held' || order.standing === 'owing') && order.due > 0 && (
          <form method="post" action={path(`/orders/${order.code}/pay${query}`)} className="noprint">
            <button className="go">{t('order.payNow', { amount: amountOf(order, order.due, language) })}</button>
          </form>
        )}
        <p className="row noprint">
          {order.standing === 'checking' && (
            <a className="btn go" href={path(`/orders/${order.code}${query}`)}>
              {t('order.checkAgain')}
            </a>
          )}
          {order.standing === 'lapsed' && (
            <a className="btn go" href={path(`/events/${order.slug}/register`)}>
              {t('order.registerAgain')}
            </a>
          )}
          {isActive && (
            <a
              className={order.standing === 'owing' ? 'btn' : 'btn go'}
              href={path(`/orders/${order.code}.ics${query}`)}
            >
              {t('order.addToCalendar')}
            </a>
          )}
          <a className="btn" href={path(`/orders/${order.code}/receipt${query}`)}>
            {t('order.receipt')}
          </a>
          <a href={path(`/events/${order.slug}`)}>{t('order.toEvent')}</a>
        </p>
      </div>
    </div>
  )
}

function heading(order: ShownOrder, t: Translate): string {
  const name = isolate(order.fullName)
  if (order.status === 'cancelled') return t('order.heading.eventCancelled', { event: isolate(order.title) })
  switch (order.standing) {
    case 'confirmed':
    case 'owing':
      return order.city && order.format !== 'online'
        ? t('order.heading.going', { place: isolate(order.city), name })
        : t('order.heading.online', { name })
    default:
      return t(`order.heading.${order.standing}`, { name })
  }
}

function lead(order: ShownOrder, t: Translate, language: string, now: Instant): string {
  const { standing, registrations } = order
  const event = isolate(order.title)
  const amount = amountOf(order, standing === 'owing' ? order.due : order.paid, language)
  const counted = registrations.filter(({ state }) => state === 'confirmed' || state === 'held').length
  const tickets = t('order.tickets', { count: counted })
  switch (standing) {
    case 'confirmed': {
      const first = t(order.paid > 0 ? 'order.lead.paid' : 'order.lead.confirmed', { tickets, event })
      return `${first} ${t(counted > 1 ? 'order.lead.mailedMany' : 'order.lead.mailedOne')}`
    }
    case 'held': {
      const until = heldUntilOf(registrations)
      if (until === null || until <= now) return t('order.lead.heldOver', { tickets, event })
      const held = t('order.lead.held', { tickets, event, when: formatMoment(until, order.zone, language) })
      return `${held} ${t('order.lead.minutesLeft', { count: minutesBetween(now, until) })}`
    }
    case 'cancelled': {
      const first = t('order.lead.cancelled', { event })
      return order.paid > 0 ? `${first} ${t('order.lead.cancelledMoney')}` : first
    }
    default:
      return t(`order.lead.${standing}`, { tickets, event, amount })
  }
}

function amountOf(order: ShownOrder, amountMinor: number, language: string): string {
  return order.currency ? isolateIn(language, formatMoney({ amountMinor, currency: order.currency }, language)) : ''
}

/** Whole minutes that are surely left, at least one. */
function minutesBetween(now: Instant, until: Instant): number {
  return Math.max(1, Math.floor((epochMilliseconds(until) - epochMilliseconds(now)) / 60_000))
}
