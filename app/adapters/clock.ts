import { type Instant, toInstant } from '#app/values/moment.ts'

/** The only place that asks what time it is. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) }
