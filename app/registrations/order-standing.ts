import type { AttemptState, RegistrationState } from '#db/schema.ts'

/**
 * Where an order stands, for the person who placed it. `held`: seats wait for money; `checking`: a payment is under
 * way; `confirmed`; `owing`: the seats are confirmed and something is still to pay; `part`: some seats are confirmed
 * and some are gone; `late`: money is here and seats are not; `lapsed`; `cancelled`.
 */
export type Standing = 'held' | 'checking' | 'confirmed' | 'owing' | 'part' | 'late' | 'lapsed' | 'cancelled'

export function standingOf(order: {
  registrations: { state: RegistrationState }[]
  /** `wasOpened`: there was a page to pay on. */
  attempts: { state: AttemptState; wasOpened: boolean }[]
  due: number
  paid: number
}): Standing {
  const has = (...states: RegistrationState[]) => order.registrations.some(({ state }) => states.includes(state))
  if (has('held')) {
    const isUnderWay = order.attempts.some(
      ({ state, wasOpened }) => state === 'processing' || (state === 'unknown' && wasOpened),
    )
    return isUnderWay ? 'checking' : 'held'
  }
  if (has('confirmed')) {
    if (has('lapsed') && order.paid > 0 && order.due <= 0) return 'late'
    if (has('cancelled', 'transferred', 'lapsed')) return 'part'
    return order.due > 0 ? 'owing' : 'confirmed'
  }
  if (has('lapsed')) return order.paid > 0 ? 'late' : 'lapsed'
  return 'cancelled'
}
