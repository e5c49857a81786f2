import { note, onClock, readTime, type TimeRead, type Zones } from './entry-times.ts'
import type { Rule } from './jcal.ts'
import type { Property } from './properties.ts'
import type { Problem, ReadingNote } from './read-entry.ts'
import { repeatDays } from './repeat-days.ts'

const DAY = 86_400_000
/** Of dates of one entry that are named one by one. */
const MOST_DATES = 1000

/** From the day before an event to the day after it, in milliseconds: no farther is anything repeated. */
export interface Span {
  from: number
  to: number
}

/**
 * The moments at which an entry that repeats begins, within the span; null for one that happens once.
 * Whatever the rule says, no more days are looked at than lie between its start and the span's end.
 */
export function occurrences(
  start: TimeRead,
  properties: Map<string, Property[]>,
  zones: Zones,
  span: Span,
  notes: ReadingNote[],
): number[] | null | { problem: Problem } {
  const of = (name: string) => properties.get(name) ?? []
  const [rules, dates, without] = [of('rrule'), of('rdate'), of('exdate')]
  const count = [...dates, ...without].reduce((sum, { values }) => sum + values.length, 0)
  if (properties.has('exrule') || rules.length > 1 || count > MOST_DATES)
    return { problem: { code: 'repeats-otherwise' } }
  if (rules.length === 0 && dates.length === 0) return null
  const found = new Set([start.at])
  if (rules[0]) {
    const ruled = byRule(start, rules[0].rule ?? {}, span, notes)
    if (!Array.isArray(ruled)) return ruled
    for (const at of ruled) found.add(at)
  }
  for (const [property, isAdded] of [
    ...dates.map((one) => [one, true] as const),
    ...without.map((one) => [one, false] as const),
  ]) {
    for (const value of property.values) {
      const read = readTime(property, value, zones, notes)
      if ('problem' in read) return read
      if ('at' in read && isAdded) found.add(read.at)
      else if ('at' in read) found.delete(read.at)
      else if (isAdded) return { problem: { code: 'repeats-otherwise' } }
      else
        for (const at of found) if (dayOf(at + start.local - start.at) === dayOf(Date.parse(read.day))) found.delete(at)
    }
  }
  note(notes, 'repeats')
  return [...found].filter((at) => at >= span.from && at <= span.to).toSorted((one, other) => one - other)
}

function byRule(start: TimeRead, rule: Rule, span: Span, notes: ReadingNote[]): number[] | { problem: Problem } {
  const time = start.local - dayOf(start.local) * DAY
  const isWithin = rule.until === undefined ? () => true : withinUntil(rule.until, start, time)
  const days =
    isWithin &&
    repeatDays(rule, { start: dayOf(start.local), first: dayOf(span.from) - 1, last: dayOf(span.to) + 1 }, isWithin)
  if (!days) return { problem: { code: 'repeats-otherwise' } }
  const moments: number[] = []
  for (const day of days) {
    const read = onClock(day * DAY + time, start.clock, notes)
    if ('problem' in read) return read
    moments.push(read.at)
  }
  return moments
}

/** UNTIL is a day, a moment, or (RFC 2445) a time without zone; null for anything else. */
function withinUntil(written: string, { clock }: TimeRead, time: number): ((day: number) => boolean) | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/.exec(written)
  const until = match ? Date.parse(`${match[1]}T${match[2] ?? '23:59:59'}Z`) : Number.NaN
  if (Number.isNaN(until)) return null
  return (day) => {
    const local = day * DAY + time
    // Clocks are looked at on the last days only.
    if (match![3] !== 'Z' || Math.abs(local - until) > DAY) return local <= until
    return (clock.momentsOf(local)[0] ?? local) <= until
  }
}

function dayOf(at: number): number {
  return Math.floor(at / DAY)
}
