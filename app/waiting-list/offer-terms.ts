import type { Queue, QueueEntry, QueueType } from './queue.ts'
import { whyNotOnSale } from '#app/registrations/offered.ts'
import { moneyOf, priceAt } from '#app/registrations/prices/pricing.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** Less than this is no time to read a mail and decide. */
const LEAST_MINUTES = 60

export interface OfferTerms {
  /** The last moment at which it can be accepted. */
  untilAt: Instant
  /** The moment whose price holds; null: that of accepting. */
  pricedAt: Instant | null
  /** A seat's price as things stand; null for free. */
  price: Money | null
}

/**
 * On what terms a seat of this type could be offered now: never beyond the end of its sale, of the ways to pay for it,
 * of the list, or the beginning of the event. Null when it cannot be had, or less than an hour would remain.
 */
export function offerTerms(
  { event, rules }: Pick<Queue, 'event' | 'rules'>,
  type: QueueType,
  { joinedAt }: Pick<QueueEntry, 'joinedAt'>,
  now: Instant,
): OfferTerms | null {
  if (event.status !== 'published' || event.postponedAt !== null || whyNotOnSale(type, now) !== null) return null
  const then = rules.price === 'joining' ? priceAt(type.steps, event.currency, joinedAt) : null
  const isHeld = then !== null && then.kind !== 'none'
  const price = isHeld ? then : priceAt(type.steps, event.currency, now)
  if (price.kind === 'none') return null
  const money = moneyOf(price)
  const ends = [
    addMinutes(now, rules.offerHours * 60),
    event.startsAt,
    type.onSaleUntilAt,
    rules.closesAt,
    isHeld ? null : lastPriceEnd(type, event.currency),
    money ? event.payableUntil : null,
  ].filter((end) => end !== null)
  const untilAt = ends.toSorted()[0]!
  if (untilAt < addMinutes(now, LEAST_MINUTES)) return null
  return { untilAt, pricedAt: isHeld ? joinedAt : null, price: money }
}

/** When the last of its prices ends; null when one never does, or it is free. */
function lastPriceEnd({ steps }: Pick<QueueType, 'steps'>, currency: string | null): Instant | null {
  const ends = steps.filter((step) => step.currency === currency).map(({ endsAt }) => endsAt)
  const known = ends.filter((end) => end !== null)
  return known.length < ends.length ? null : (known.toSorted().at(-1) ?? null)
}

/** Whether nothing of this type can ever be offered again: its sale, its prices or its event are over. */
export function isOverForGood(
  { event }: Pick<Queue, 'event'>,
  type: Pick<QueueType, 'onSaleUntilAt' | 'steps'>,
  now: Instant,
): boolean {
  if (event.status === 'cancelled') return true
  if (event.postponedAt !== null) return false
  if (event.startsAt <= now) return true
  if (type.onSaleUntilAt !== null && type.onSaleUntilAt <= now) return true
  const end = lastPriceEnd(type, event.currency)
  return end !== null && end <= now
}
