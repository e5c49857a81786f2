import type { Transition } from '#app/values/zones/zone-data.ts'

/** When clocks are moved every year: the nth such weekday of a month (-1 is the last), in seconds of the old clock's day. */
export interface Onset {
  /** 1 is January. */
  month: number
  /** 0 is Sunday. */
  weekday: number
  nth: number
  seconds: number
}

/** What a zone does year after year, in the one form that every client understands. */
export interface ZoneRule {
  standard: number
  daylight: { offset: number; starts: Onset; ends: Onset } | null
}

/** Ten years hold every weekday of every day of a year, so that the second Sunday and Sunday the 8th can be told apart. */
const YEARS = Array.from({ length: 10 }, (_, index) => 2028 + index)
const DAY = 86_400

/**
 * The rule that a zone follows to the end of its data, or null when it is not "the nth weekday of a month, twice a
 * year": Cairo's last Thursday at 24:00 and Gaza's Ramadan are not. The larger offset is daylight time, whatever the
 * zone database calls it: for Dublin it says that winter is the exception.
 */
export function zoneRule(transitions: readonly Transition[]): ZoneRule | null {
  const moves = transitions.flatMap(({ at, offset }, index) => {
    const before = transitions[index - 1]?.offset ?? offset
    return offset === before || yearOf(at + before) < YEARS[0]! ? [] : [{ wall: at + before, before, offset }]
  })
  if (moves.length === 0) return { standard: transitions.at(-1)!.offset, daylight: null }
  const ups = moves.filter(({ before, offset }) => offset > before)
  const downs = moves.filter(({ before, offset }) => offset < before)
  const standard = ups[0]?.before
  const daylight = ups[0]?.offset
  if (standard === undefined || daylight === undefined) return null
  if (!ups.every(({ before, offset }) => before === standard && offset === daylight)) return null
  if (!downs.every(({ before, offset }) => before === daylight && offset === standard)) return null
  const starts = onsetOf(ups.map(({ wall }) => wall))
  const ends = onsetOf(downs.map(({ wall }) => wall))
  return starts && ends && { standard, daylight: { offset: daylight, starts, ends } }
}

/** What the rule says is in force at a moment, in seconds since 1970. */
export function offsetByRule({ standard, daylight }: ZoneRule, at: number): number {
  if (!daylight) return standard
  const year = yearOf(at + standard)
  const starts = onsetIn(year, daylight.starts) - standard
  const ends = onsetIn(year, daylight.ends) - daylight.offset
  const isDaylight = starts < ends ? starts <= at && at < ends : at < ends || starts <= at
  return isDaylight ? daylight.offset : standard
}

/** The onset in that year, as the old clock showed it, in seconds since 1970 of that clock. */
export function onsetIn(year: number, { month, weekday, nth, seconds }: Onset): number {
  const first = nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 1)
  const ahead = (weekday - new Date(first).getUTCDay() + 7) % 7
  return first / 1000 + (ahead + 7 * (nth > 0 ? nth - 1 : nth)) * DAY + seconds
}

/** The one onset behind these walls, one a year; null when there is none. */
function onsetOf(walls: number[]): Onset | null {
  const dates = walls.map((wall) => new Date(wall * 1000))
  const [date] = dates
  if (!date || dates.some((one, index) => one.getUTCFullYear() !== YEARS[index])) return null
  if (dates.length !== YEARS.length) return null
  const common = { month: date.getUTCMonth() + 1, weekday: date.getUTCDay(), seconds: walls[0]! % DAY }
  const nths = [Math.ceil(date.getUTCDate() / 7), -1]
  const nth = nths.find((one) =>
    dates.every((day, index) => onsetIn(day.getUTCFullYear(), { ...common, nth: one }) === walls[index]),
  )
  return nth === undefined ? null : { ...common, nth }
}

function yearOf(seconds: number): number {
  return Number.isFinite(seconds) ? new Date(seconds * 1000).getUTCFullYear() : -Infinity
}
