import { isOverForGood } from './offer-terms.ts'
import type { Queue, QueueType } from './queue.ts'
import { whyNotOnSale } from '#app/registrations/offered.ts'
import { priceAt } from '#app/registrations/prices/pricing.ts'
import { sumDemand } from '#app/registrations/seats/seat-demand.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'

/** What a party waits for. */
export interface Wish {
  /** Best first. */
  ticketTypeIds: string[]
  partySize: number
  /** Whether only a place for the whole party helps. */
  isAllOrNothing: boolean
  /** After this moment it wants nothing any more; null without an end. */
  wantedUntilAt: Instant | null
}

export type WishRefusal = 'unknown-ticket' | 'too-many-together' | 'too-few-together' | 'wanted-until-past'

/** Whether one can wait for a ticket type: it is sold to everybody now, and its seats are limited. */
export function canWaitFor(queue: Pick<Queue, 'event'>, type: QueueType, now: Instant): boolean {
  return (
    type.quotaIds.length > 0 &&
    type.isAddon === 0 &&
    whyNotOnSale(type, now) === null &&
    priceAt(type.steps, queue.event.currency, now).kind !== 'none' &&
    !isOverForGood(queue, type, now)
  )
}

export function refuseWish(queue: Queue, wish: Wish, now: Instant): Refusal<WishRefusal>[] {
  const types = wish.ticketTypeIds.map((id) => queue.types.get(id))
  if (types.length === 0 || types.some((type) => !type || !canWaitFor(queue, type, now)))
    return [{ code: 'unknown-ticket', field: 'choices' }]
  const most = Math.min(...types.map((type) => type!.maxPerOrder))
  const least = Math.max(...types.map((type) => type!.minPerOrder))
  if (wish.partySize > most) return [{ code: 'too-many-together', field: 'partySize', details: { limit: most } }]
  if (wish.partySize < least) return [{ code: 'too-few-together', field: 'partySize', details: { limit: least } }]
  if (wish.wantedUntilAt !== null && wish.wantedUntilAt <= now)
    return [{ code: 'wanted-until-past', field: 'wantedUntil' }]
  return []
}

/** Every quota that the wish may draw on, with the size of the party. */
export function seatsOfWish({ types }: Pick<Queue, 'types'>, wish: Wish): Map<string, number> {
  const all = sumDemand(wish.ticketTypeIds.map((id) => ({ quotaIds: types.get(id)!.quotaIds })))
  return new Map([...all.keys()].map((quotaId) => [quotaId, wish.partySize]))
}

/** Whether a changed wish keeps its place: no larger party, and no ticket type that it did not name before. */
export function keepsPlace(
  before: Pick<Wish, 'partySize' | 'ticketTypeIds'>,
  after: Pick<Wish, 'partySize' | 'ticketTypeIds'>,
): boolean {
  return after.partySize <= before.partySize && after.ticketTypeIds.every((id) => before.ticketTypeIds.includes(id))
}
