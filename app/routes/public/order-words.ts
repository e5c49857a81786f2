import type { ShownOrder } from './shown-order.ts'
import { heldUntilOf } from '#app/registrations/seats/held-until.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { formatMoment } from '#app/values/dates.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { formatMoney } from '#app/values/money.ts'

/** Beyond this, a day and an hour say it better. */
const COUNTED_MINUTES = 90

export function orderHeading(order: ShownOrder, t: Translate): string {
  const name = isolate(order.fullName)
  if (order.status === 'cancelled') return t('order.heading.eventCancelled', { event: isolate(order.title) })
  switch (order.standing) {
    case 'confirmed':
    case 'owing':
    case 'overpaid':
      return goingHeading(order, t)
    case 'part':
      return hasLapsed(order) ? t('order.heading.part', { name }) : goingHeading(order, t)
    default:
      return t(`order.heading.${order.standing}`, { name })
  }
}

/** Where whoever placed the order goes; that may be nowhere, for some order for others. */
function goingHeading(order: ShownOrder, t: Translate): string {
  const name = isolate(order.fullName)
  const own = order.registrations.filter(
    ({ state, email }) => state === 'confirmed' && (order.email === null || email === order.email),
  )
  if (own.length === 0) return t('order.heading.others', { name })
  const isThere = order.format !== 'online' && own.some(({ attendance }) => attendance !== 'online')
  return order.city && isThere
    ? t('order.heading.going', { place: isolate(order.city), name })
    : t('order.heading.online', { name })
}

function hasLapsed({ registrations }: ShownOrder): boolean {
  return registrations.some(({ state }) => state === 'lapsed')
}

/** Where an order stands, in a sentence or two. */
export function orderLead(order: ShownOrder, t: Translate, language: string, now: Instant): string {
  const { standing, registrations } = order
  const event = isolate(order.title)
  const when = (at: Instant) => formatMoment(at, order.zone, language)
  const active = registrations.filter(({ state }) => state === 'confirmed' || state === 'held')
  const tickets = t('order.tickets', { count: active.filter(({ isAddon }) => !isAddon).length })
  const words = { tickets, event, amount: amountOf(order, order.due, language) }
  const paid = amountOf(order, order.paid, language)
  switch (standing) {
    case 'confirmed': {
      const first = t(order.paid > 0 ? 'order.lead.paid' : 'order.lead.confirmed', words)
      if (active.some(({ isUnnamed }) => isUnnamed)) return `${first} ${t('order.lead.unnamed')}`
      return `${first} ${t(active.length > 1 ? 'order.lead.mailedMany' : 'order.lead.mailedOne')}`
    }
    case 'held': {
      const until = heldUntilOf(registrations)
      if (until === null || until <= now) return t('order.lead.heldOver', words)
      const held = t('order.lead.held', { ...words, when: when(until) })
      const minutes = minutesBetween(now, until)
      return minutes > COUNTED_MINUTES ? held : `${held} ${t('order.lead.minutesLeft', { count: minutes })}`
    }
    case 'awaiting':
      return order.dueAt && order.dueAt > now
        ? t('order.lead.awaiting', { ...words, when: when(order.dueAt) })
        : t('order.lead.awaitingOver', words)
    case 'owing':
      return order.dueAt
        ? t('order.lead.owingUntil', { ...words, when: when(order.dueAt) })
        : t('order.lead.owing', words)
    case 'part-paid':
      return t('order.lead.part-paid', { ...words, paid })
    case 'overpaid':
      return t('order.lead.overpaid', { ...words, amount: amountOf(order, -order.due, language) })
    case 'refunded':
      return t('order.lead.refunded', { event, amount: amountOf(order, order.refunded, language) })
    case 'cancelled': {
      const first = t('order.lead.cancelled', words)
      return order.paid > 0 ? `${first} ${t('order.lead.cancelledMoney')}` : first
    }
    case 'late':
      return t(order.isQueued ? 'order.lead.queued' : 'order.lead.late', { amount: paid })
    case 'checking':
      return t(order.instructions?.claim?.state === 'waiting' ? 'order.lead.claimed' : 'order.lead.checking')
    case 'lapsed': {
      const first = t('order.lead.lapsed', words)
      return order.dueAt === null ? first : `${first} ${t('order.lead.lapsedSent')}`
    }
    case 'part':
      return hasLapsed(order)
        ? t('order.lead.part', words)
        : `${t('order.lead.confirmed', words)} ${t('order.lead.gaveUp')}`
  }
}

function amountOf({ currency }: ShownOrder, amountMinor: number, language: string): string {
  return currency ? isolateIn(language, formatMoney({ amountMinor, currency }, language)) : ''
}

/** Whole minutes that are surely left, at least one. */
function minutesBetween(now: Instant, until: Instant): number {
  return Math.max(1, Math.floor((epochMilliseconds(until) - epochMilliseconds(now)) / 60_000))
}
