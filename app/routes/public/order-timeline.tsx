import type { ShownOrder } from './shown-order.ts'
import { heldUntilOf } from '#app/registrations/held-until.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { Timeline, type TimelineItem } from '#app/ui/timeline.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { formatMoney } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** What happened to an order, what is happening, and what comes. Times are on the event's clock. */
export function OrderTimeline({ order }: { order: ShownOrder }) {
  const { t, language, now } = usePage()
  const moment = (at: Instant) => ({ at: formatMoment(at, order.zone, language, { year: false }), dateTime: at })
  const past = pastOf(order, t, language).toSorted((one, other) => (one.when < other.when ? -1 : 1))
  const items: TimelineItem[] = past.map(({ when, title, detail }) => ({
    ...moment(when),
    title,
    detail,
    state: 'done',
  }))
  items.push(...presentOf(order, t, language))
  if (order.status !== 'cancelled' && (order.standing === 'confirmed' || order.standing === 'owing'))
    items.push({
      at: formatDay(order.startsOn, language),
      dateTime: order.startsOn,
      title: t('order.begins', { event: isolate(order.title) }),
      state: order.startsAt <= now ? 'done' : 'next',
    })
  return <Timeline items={items} />
}

interface Past {
  when: Instant
  title: string
  detail?: string
}

function pastOf(order: ShownOrder, t: Translate, language: string): Past[] {
  const { registrations, payments, refunds } = order
  const confirmed = registrations.filter(({ confirmedAt }) => confirmedAt !== null && confirmedAt > order.placedAt)
  const ended = (state: 'lapsed' | 'cancelled') => registrations.filter((one) => one.state === state)
  return [
    { when: order.placedAt, title: t('order.registered', { count: registrations.length }) },
    ...payments.map((one) => ({
      when: one.receivedAt,
      title: t('order.received', { amount: isolateIn(language, formatMoney(one, language)) }),
    })),
    ...refunds.map((one) => ({
      when: one.refundedAt,
      title: t('order.refunded', { amount: isolateIn(language, formatMoney(one, language)) }),
    })),
    ...at(confirmed, 'confirmedAt').map(([when, count]) => ({ when, title: t('order.seatsConfirmed', { count }) })),
    ...at(ended('lapsed'), 'endedAt').map(([when, count]) => ({
      when,
      title: t('order.seatsLapsed', { count }),
      ...(order.standing === 'lapsed' ? { detail: t('order.noMoneyInTime') } : {}),
    })),
    ...at(ended('cancelled'), 'endedAt').map(([when, count]) => ({
      when,
      title: t('order.seatsCancelled', { count }),
    })),
  ]
}

/** What happened to several seats in one moment is one thing. */
function at(registrations: ShownOrder['registrations'], column: 'confirmedAt' | 'endedAt'): [Instant, number][] {
  const byMoment = Map.groupBy(registrations, (one) => one[column])
  return [...byMoment].flatMap(([when, those]): [Instant, number][] => (when ? [[when, those.length]] : []))
}

function presentOf(order: ShownOrder, t: Translate, language: string): TimelineItem[] {
  if (order.standing === 'checking') return [{ title: t('order.beingChecked'), state: 'current' }]
  if (order.due <= 0 || order.currency === null) return []
  const amount = isolateIn(language, formatMoney({ amountMinor: order.due, currency: order.currency }, language))
  if (order.standing === 'owing') return [{ title: t('order.waiting', { amount }), state: 'current' }]
  const until = heldUntilOf(order.registrations)
  if (order.standing !== 'held' || until === null) return []
  const detail = t('order.heldUntil', { when: formatMoment(until, order.zone, language) })
  return [{ title: t('order.waiting', { amount }), detail, state: 'current' }]
}
