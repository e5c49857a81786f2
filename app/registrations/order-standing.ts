import type { AttemptState, RegistrationState } from '#db/schema.ts'

/**
 * Where an order stands, for the person who placed it. `held`: seats wait for money; `checking`: a payment is under
 * way; `awaiting`: seats wait for money that takes days, as a bank transfer does; `part-paid`: some of it came;
 * `confirmed`; `overpaid`: confirmed, and more came than was owed; `owing`: the seats are confirmed and something is
 * still to pay; `part`: some seats are confirmed and some are gone; `late`: money is here and seats are not; `lapsed`;
 * `cancelled`; `refunded`: cancelled, and the money went back.
 */
export type Standing =
  | 'held'
  | 'checking'
  | 'awaiting'
  | 'part-paid'
  | 'confirmed'
  | 'overpaid'
  | 'owing'
  | 'part'
  | 'late'
  | 'lapsed'
  | 'cancelled'
  | 'refunded'

export interface StandingFacts {
  registrations: { state: RegistrationState }[]
  /** `wasOpened`: there was a page to pay on. */
  attempts: { state: AttemptState; wasOpened: boolean }[]
  due: number
  /** What came, without what went back. */
  paid: number
  refunded: number
  /** Set when the money may take days. */
  dueAt: string | null
}

export function standingOf(order: StandingFacts): Standing {
  const has = (...states: RegistrationState[]) => order.registrations.some(({ state }) => states.includes(state))
  if (has('held')) return standingOfHeld(order)
  if (has('confirmed')) {
    if (has('lapsed') && order.paid > 0 && order.due <= 0) return 'late'
    // A transferred seat is somebody else's, who is on the order as well.
    if (has('cancelled', 'lapsed')) return 'part'
    if (order.due > 0) return order.paid > 0 ? 'part-paid' : 'owing'
    return order.due < 0 ? 'overpaid' : 'confirmed'
  }
  if (has('lapsed')) return order.paid > 0 ? 'late' : 'lapsed'
  return order.refunded > 0 && order.paid <= 0 ? 'refunded' : 'cancelled'
}

function standingOfHeld({ attempts, due, paid, dueAt }: StandingFacts): Standing {
  const isUnderWay = attempts.some(
    ({ state, wasOpened }) => state === 'processing' || (state === 'unknown' && wasOpened),
  )
  if (isUnderWay) return 'checking'
  if (paid > 0 && due > 0) return 'part-paid'
  return dueAt === null ? 'held' : 'awaiting'
}
