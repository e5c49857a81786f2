import { Temporal } from 'temporal-polyfill'
import { offsetName, toInstant } from '#app/values/moment.ts'

/** What a time on a wall clock is worth on that day: there once, jumped over, or there twice. */
export type WallTime =
  | { is: 'plain' }
  | { is: 'skipped'; resumesAt: string }
  | { is: 'repeated'; taken: string; other: string }

/**
 * Looks at a wall-clock time (`HH:MM`, 24:00 allowed) in a zone.
 * `resumesAt` is the first time after the jump; `taken` and `other` are the offsets of the first and the second
 * occurrence: the first is the one that `instantOf` takes (RFC 5545, 3.3.5).
 */
export function wallTimeOf(day: string, time: string, zone: string): WallTime {
  if (time === '24:00') return { is: 'plain' }
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { is: 'plain' }
  if (earlier.toPlainDateTime().equals(wall)) {
    return {
      is: 'repeated',
      taken: offsetName(toInstant(earlier.epochMilliseconds), zone),
      other: offsetName(toInstant(later.epochMilliseconds), zone),
    }
  }
  const resumes = earlier.getTimeZoneTransition('next') ?? later
  return { is: 'skipped', resumesAt: resumes.toPlainTime().toString({ smallestUnit: 'minute' }) }
}
