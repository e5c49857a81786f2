import type { Rule } from './jcal.ts'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
/** A good quarter of a century of days: more than any entry has been repeating. */
const FURTHEST = 10_000

/**
 * The days from `first` to `last`, counted since 1970, on which a rule repeats an entry that begins on `start`: daily
 * and weekly ones, which is what programmes have. `isWithin` says whether a day is still within UNTIL. Null for any
 * other rule. The day on which it begins counts whether the rule names it or not (RFC 5545, 3.8.5.3).
 */
export function repeatDays(
  rule: Rule,
  { start, first, last }: { start: number; first: number; last: number },
  isWithin: (day: number) => boolean,
): number[] | null {
  const { freq, interval = 1, count = Infinity, until: _, byday, wkst = 'MO', ...rest } = rule
  const days = byday === undefined ? null : [byday].flat().map((one) => WEEKDAYS.indexOf(one))
  // ical.js writes Sunday as 1.
  const begins = typeof wkst === 'number' ? wkst - 1 : WEEKDAYS.indexOf(wkst)
  const isOurs =
    (freq === 'DAILY' || freq === 'WEEKLY') && Object.keys(rest).length === 0 && interval >= 1 && begins >= 0
  if (!isOurs || days?.includes(-1) || last - start > FURTHEST) return null
  const weekdays = days ?? (freq === 'WEEKLY' ? [weekday(start)] : null)
  const week = (day: number) => Math.floor((day + 4 - begins) / 7)
  const found: number[] = []
  // Only who has to count begins at the beginning.
  let counted = 0
  for (let day = count === Infinity ? Math.max(start, first) : start; day <= last && counted < count; day++) {
    const steps = freq === 'DAILY' ? day - start : week(day) - week(start)
    if (day !== start && (steps % interval !== 0 || weekdays?.includes(weekday(day)) === false)) continue
    if (!isWithin(day)) break
    counted++
    if (day >= first) found.push(day)
  }
  return found
}

/** 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}
