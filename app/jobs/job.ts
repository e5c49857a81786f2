import type { Instant } from '#app/values/moment.ts'

/** Something done again and again. Every process may run it: what it calls is guarded in the database. */
export interface Job {
  name: string
  /** How long it rests after a run, in milliseconds. */
  pause: number
  /** How long a round of it gives way to a rush at the most, in milliseconds; two seconds where it does not say. */
  patience?: number
  /** @returns whether there is more to do at once. */
  run(input: { now: Instant; stop: AbortSignal }): Promise<boolean>
}
