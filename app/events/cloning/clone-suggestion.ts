import { addDays, wallClock, type Instant } from '#app/values/moment.ts'

const WEEKS_OF_A_YEAR = 52 * 7

/** The same weekday of the first year in which it still lies ahead. */
export function nextFirstDay(firstOn: string, now: Instant, zone: string): string {
  const today = wallClock(now, zone).day
  let day = addDays(firstOn, WEEKS_OF_A_YEAR)
  while (day <= today) day = addDays(day, WEEKS_OF_A_YEAR)
  return day
}

/** A title with its year, and the number of its edition, changed: `NTW 2027` for `NTW 2026`. */
export function nextTitle(title: string, fromYear: string, toYear: string): string {
  return title.replaceAll(fromYear, toYear)
}
