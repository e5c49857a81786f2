import type { Instant } from '#app/values/moment.ts'

/** When the first of these held seats is given back; null when none is held. */
export function heldUntilOf(registrations: { state: string; heldUntil: Instant | null }[]): Instant | null {
  const until = registrations.flatMap(({ state, heldUntil }) => (state === 'held' && heldUntil ? [heldUntil] : []))
  return until.toSorted()[0] ?? null
}
