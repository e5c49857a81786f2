import { type Instant, isPartialDay, isZone, offsetName, toInstant, wallClock } from '#app/values/moment.ts'
import { localEpoch, readWall } from '#app/values/zones/wall-moments.ts'

/** One of the two moments at which the clocks show the same time. */
export interface Reading {
  at: Instant
  /** `UTC+2` */
  offset: string
}

/** What a time on a wall clock is worth on that day: there once, jumped over, or there twice. */
export type WallTime =
  | { is: 'plain' }
  | { is: 'skipped'; resumesAt: string }
  | { is: 'repeated'; readings: [first: Reading, second: Reading] }

/** Looks at a wall-clock time (`HH:MM`, 24:00 allowed) in a zone. `resumesAt` is the first time after the jump. */
export function wallTimeOf(day: string, time: string, zone: string): WallTime {
  // The end of a day is one moment, whatever the clocks do then.
  if (time === '24:00') return { is: 'plain' }
  const { moments, skipped } = readWall(localEpoch(day, time), zone)
  if (skipped) return { is: 'skipped', resumesAt: wallClock(toInstant(skipped.resumes), zone).time }
  const [first, second] = moments.map((epoch) => {
    const at = toInstant(epoch)
    return { at, offset: offsetName(at, zone) }
  })
  return second ? { is: 'repeated', readings: [first!, second] } : { is: 'plain' }
}

/** The same of what somebody typed, which may be no day, time or zone at all: null then. */
export function typedWallTime(day: string, time: string | undefined, zone: string): WallTime | null {
  if (day?.length !== 10 || !isPartialDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? '') || !isZone(zone))
    return null
  return wallTimeOf(day, time!, zone)
}

/** Of a time that its day has twice, which one was chosen: the first, the second, or neither yet. */
export function readingOf(wall: WallTime | null, chosen: string | undefined): 'plain' | 'first' | 'second' | 'open' {
  if (wall?.is !== 'repeated') return 'plain'
  const place = wall.readings.findIndex(({ at }) => at === chosen)
  return (['open', 'first', 'second'] as const)[place + 1]!
}

/** The moment of a stored time as the form holds it: '' for a time that its day has once. */
export function readingAt(day: string, time: string | null | undefined, zone: string, isLater: boolean): Instant {
  const wall = typedWallTime(day, time ?? undefined, zone)
  return wall?.is === 'repeated' ? wall.readings[isLater ? 1 : 0].at : ''
}
