import { addDays, type Instant, instantOf, wallClock } from '#app/values/moment.ts'

/** The moment at which a day is over on the clock of a zone; null for no day. */
export function endOfDay(day: string | undefined, zone: string): Instant | null {
  return day ? instantOf(addDays(day, 1), '00:00', zone) : null
}

/** The day that ends at a moment; '' for none. */
export function dayEndingAt(at: Instant | null, zone: string): string {
  return at === null ? '' : addDays(wallClock(at, zone).day, -1)
}
