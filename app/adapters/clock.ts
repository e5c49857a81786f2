import { type Instant, toInstant } from '#app/values/moment.ts'

/** The only place that asks what time it is. */
export interface Clock {
  now(): Instant
}

/** Written out once for each millisecond, in which many may ask. */
let last = { epoch: NaN, instant: '' }

export const systemClock: Clock = {
  now() {
    const epoch = Date.now()
    if (epoch !== last.epoch) last = { epoch, instant: toInstant(epoch) }
    return last.instant
  },
}
