import { addDays, epochMilliseconds, type Instant, instantOf } from '#app/values/moment.ts'

/** The days of a sample: as they were thought of, or moved so that they are ahead. */
export interface Calendar {
  /** A year that stands in a title or a slug. */
  year(year: number): number
  day(day: string): string
  /** A wall-clock time in a zone; `AoE` is the last place on earth where that day is (UTC−12). */
  at(day: string, time: string, zone: string): Instant
}

const DAY = 86_400_000

/** Moves by whole years, to the same weekdays, until `firstDay` is ahead of now. */
export function yearly(now: Instant, firstDay: string): Calendar {
  const start = Number(firstDay.slice(0, 4))
  let years = 0
  while (inYear(firstDay, start + years) <= now.slice(0, 10)) years++
  const weeks = Math.round(daysBetween(firstDay, inYear(firstDay, start + years)) / 7)
  return calendar(weeks, years)
}

/**
 * The same days, moved by other whole weeks: so that `weekOf` lies in this week, but `latest` weeks after its own place
 * among the days of its event at most, for a call must be over before its event.
 */
export function around(
  now: Instant,
  firstDay: string,
  { weekOf, latest }: { weekOf: string; latest: number },
): Calendar {
  const own = yearly(now, firstDay)
  const weeks = (from: string, to: string) => Math.floor(daysBetween(from, to) / 7)
  const moved = calendar(Math.min(weeks(weekOf, thisMonday(now)), weeks(firstDay, own.day(firstDay)) + latest), 0)
  return { ...moved, year: own.year }
}

/** The same, but lying behind: moved by whole years until `lastDay` was `days` ago at least, and no further. */
export function lately(now: Instant, lastDay: string, { days }: { days: number }): Calendar {
  const start = Number(lastDay.slice(0, 4))
  const weeksTo = (years: number) => Math.round(daysBetween(lastDay, inYear(lastDay, start + years)) / 7)
  const isOver = (years: number) => addDays(lastDay, weeksTo(years) * 7 + days) <= now.slice(0, 10)
  let years = 0
  while (!isOver(years)) years--
  while (isOver(years + 1)) years++
  return calendar(weeksTo(years), years)
}

/** The Monday of this week; samples that are a number of weeks ahead count from it, so that they keep still for a week. */
function thisMonday(now: Instant): string {
  const today = now.slice(0, 10)
  return addDays(today, -((daysBetween('2024-01-01', today) % 7) + 7) % 7)
}

/** Days written as weeks and days from this Monday: `in(7, 2)` is Wednesday in seven weeks. */
export function ahead(now: Instant): { in(weeks: number, days?: number): string } {
  const monday = thisMonday(now)
  return { in: (weeks, days = 0) => addDays(monday, weeks * 7 + days) }
}

function calendar(weeks: number, years: number): Calendar {
  const day = (day: string) => addDays(day, weeks * 7)
  return {
    year: (year) => year + years,
    day,
    at: (wanted, time, zone) => instantOf(day(wanted), time, zone === 'AoE' ? 'Etc/GMT+12' : zone),
  }
}

function inYear(day: string, year: number): string {
  return `${year}${day.slice(4)}`
}

function daysBetween(first: string, second: string): number {
  return Math.round((epochMilliseconds(`${second}T00:00:00Z`) - epochMilliseconds(`${first}T00:00:00Z`)) / DAY)
}
