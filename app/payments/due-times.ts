import { agreedBy, GRACE_DAYS, type MethodTerms } from '#app/registrations/payment-terms.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

/** How long before its day a payment is asked for again. */
export const REMIND_DAYS = 3

/** Until when seats wait for money that is due then, and an attempt to pay it is open. */
export function heldForDue(dueAt: Instant): Instant {
  return addMinutes(dueAt, GRACE_DAYS * 24 * 60)
}

/**
 * When the money of an order is due by a way that is chosen now: as if it had been chosen when the order was placed, so
 * that changing to and fro wins no time; whoever chooses after that has the shortest time there is. Null for a card.
 */
export function dueWhenChosen(
  terms: MethodTerms,
  order: { placedAt: Instant; startsAt: Instant },
  now: Instant,
): Instant | null {
  const { dueAt } = agreedBy(terms, order, order.placedAt, 0)
  return dueAt !== null && dueAt <= now ? agreedBy({ ...terms, dueDays: 0 }, order, now, 0).dueAt : dueAt
}
