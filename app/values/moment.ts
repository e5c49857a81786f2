import { Temporal } from 'temporal-polyfill'
import { isKnownZone, offsetAt } from './zones/offsets.ts'
import { localEpoch, readWall } from './zones/wall-moments.ts'

/** A moment in UTC as stored: `2027-06-21T07:00:00.000Z`, always 24 characters, so text order is time order. */
export type Instant = string

/** A day `2027-06-21`, or as much of it as is known: `1995-06`, `1995`. */
export type PartialDay = string

export function toInstant(epoch: number): Instant {
  return new Date(epoch).toISOString()
}

export function epochMilliseconds(instant: Instant): number {
  // Nearly always it is one of ours, and every clock on a page asks for it.
  const epoch = instant.length === 24 && instant.endsWith('Z') ? Date.parse(instant) : NaN
  if (!Number.isNaN(epoch)) return epoch
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** Whether a text that came from outside is a moment, in any form of RFC 9557. */
export function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(epochMilliseconds(instant) + seconds * 1000)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return addSeconds(instant, minutes * 60)
}

export function isZone(zone: string): boolean {
  return isKnownZone(zone)
}

/** The moments at which the clocks of a zone show a time: one, none where they jump over it, two where it comes again. */
export function wallMoments(day: string, time: string, zone: string): Instant[] {
  return readWall(localEpoch(day, time), zone).moments.map(toInstant)
}

/**
 * The UTC moment of a wall-clock time (`HH:MM`, 24:00 allowed). A time that occurs twice is the first one, or the second
 * if `later`; a time that is skipped moves on by the gap (RFC 5545, 3.3.5).
 */
export function instantOf(day: string, time: string, zone: string, later = false): Instant {
  const { moments, skipped } = readWall(localEpoch(day, time), zone)
  return toInstant(skipped ? skipped.taken : moments.at(later ? -1 : 0)!)
}

/** The wall-clock day and time (`HH:MM`) of a moment in a zone. */
export function wallClock(instant: Instant, zone: string): { day: string; time: string } {
  const epoch = epochMilliseconds(instant)
  const wall = toInstant(epoch + offsetAt(zone, epoch))
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
}

export function addDays(day: string, days: number): string {
  // As with moments: nearly always it is a day as we write them, and stays one.
  const epoch = Number.isInteger(days) ? Date.parse(`${day}T00:00:00.000Z`) : NaN
  if (!Number.isNaN(epoch) && toInstant(epoch).startsWith(`${day}T`)) {
    const moved = toInstant(epoch + days * 86_400_000)
    if (moved.length === 24) return moved.slice(0, 10)
  }
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** How many days the second day is after the first one. */
export function daysBetween(first: string, second: string): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(second)).days
}

/** The first and the last day that a partly known day can mean. */
export function boundsOf(day: PartialDay): { first: string; last: string } {
  if (day.length === 4) return { first: `${day}-01-01`, last: `${day}-12-31` }
  if (day.length === 7) {
    const last = Temporal.PlainYearMonth.from(day).daysInMonth
    return { first: `${day}-01`, last: `${day}-${last}` }
  }
  return { first: day, last: day }
}

export function isPartialDay(text: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return false
  try {
    boundsOf(text)
    Temporal.PlainDate.from(boundsOf(text).first, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The offset in force at a moment: `UTC+2`, `UTC+5:45`, `UTC`. */
export function offsetName(instant: Instant, zone: string): string {
  return nameOfOffset(offsetAt(zone, epochMilliseconds(instant)))
}

export function nameOfOffset(milliseconds: number): string {
  const minutes = Math.trunc(milliseconds / 60_000)
  if (minutes === 0) return 'UTC'
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
