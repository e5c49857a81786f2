import { Temporal } from 'temporal-polyfill'

/** A moment in UTC as stored: `2027-06-21T07:00:00.000Z`, always 24 characters, so text order is time order. */
export type Instant = string

/** A day `2027-06-21`, or as much of it as is known: `1995-06`, `1995`. */
export type PartialDay = string

export function toInstant(epoch: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toString({ fractionalSecondDigits: 3 })
}

export function epochMilliseconds(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(epochMilliseconds(instant) + seconds * 1000)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return addSeconds(instant, minutes * 60)
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/**
 * The UTC moment of a wall-clock time. A time that occurs twice is the first one,
 * a time that is skipped moves on by the gap (RFC 5545, 3.3.5).
 */
export function instantOf(day: string, time: string, zone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${time === '24:00' ? '00:00' : time}`).add({
    days: time === '24:00' ? 1 : 0,
  })
  return toInstant(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** The wall-clock day and time (`HH:MM`) of a moment in a zone. */
export function wallClock(instant: Instant, zone: string): { day: string; time: string } {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return { day: wall.toPlainDate().toString(), time: wall.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
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
  const offset = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset
  const match = /^([+-])(\d{2}):(\d{2})/.exec(offset)!
  const [, sign, hours, minutes] = match
  if (hours === '00' && minutes === '00') return 'UTC'
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
