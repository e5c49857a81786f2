import type { Instant } from '#app/values/moment.ts'

interface Timed {
  kind: string
  startsAt: Instant
  endsAt: Instant
}

/** What is marked now: what is going on, else what ended last, else what begins first. */
export function slotOfNow<Slot extends Timed>(slots: Slot[], now: Instant): Slot | null {
  const held = slots.filter(({ kind }) => kind !== 'arrival')
  const begun = held.filter(({ startsAt }) => startsAt <= now)
  return begun.findLast(({ endsAt }) => now < endsAt) ?? begun.at(-1) ?? held[0] ?? slots[0] ?? null
}
