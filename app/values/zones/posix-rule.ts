import type { Transition } from './zone-data.ts'

const NAME = '(?:[A-Za-z]+|<[^>]+>)'
const OFFSET = '[+-]?\\d{1,3}(?::\\d{2}){0,2}'
const DATE = `(M\\d+\\.\\d+\\.\\d+|J?\\d+)(?:/(${OFFSET}))?`
const RULE = new RegExp(`^${NAME}(${OFFSET})(?:${NAME}(${OFFSET})?,${DATE},${DATE})?$`)

/**
 * What the last line of a TZif file says for the years after its data: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX 8.3, with
 * the hours of RFC 9636, 3.3.2). The first transition is the standard offset, from `-Infinity` on.
 * @throws RangeError for a line of another shape.
 */
export function expandRule(rule: string, firstYear: number, lastYear: number): Transition[] {
  const match = RULE.exec(rule)
  if (!match) throw new RangeError(`no such rule: ${rule}`)
  const [, standard, daylight, start, startTime = '2', end, endTime = '2'] = match
  // POSIX counts hours behind UTC.
  const offset = 0 - seconds(standard!)
  const found: Transition[] = [{ at: -Infinity, offset }]
  if (start === undefined) return found
  const summer = daylight === undefined ? offset + 3600 : 0 - seconds(daylight)
  for (let year = firstYear; year <= lastYear; year += 1) {
    // An end before a start of the same moment: summer time that never ends.
    found.push({ at: dayOf(end!, year) + seconds(endTime) - summer, offset })
    found.push({ at: dayOf(start, year) + seconds(startTime) - offset, offset: summer })
  }
  return found
}

function seconds(text: string): number {
  const [hours, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number)
  return (text.startsWith('-') ? -1 : 1) * (hours! * 3600 + minutes * 60 + rest)
}

/** Midnight of a rule's day: `M10.5.0` the last Sunday of October, `J60` always 1 March, `59` the 60th day. */
function dayOf(date: string, year: number): number {
  const [month, week, weekday] = date.slice(1).split('.').map(Number)
  if (date.startsWith('J')) return utc(year, 0, month! + (isLeap(year) && month! > 59 ? 1 : 0))
  if (!date.startsWith('M')) return utc(year, 0, Number(date) + 1)
  const first = new Date(utc(year, month! - 1, 1) * 1000).getUTCDay()
  const day = 1 + ((weekday! - first + 7) % 7) + (week! - 1) * 7
  const last = new Date(utc(year, month!, 0) * 1000).getUTCDate()
  return utc(year, month! - 1, day > last ? day - 7 : day)
}

function utc(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / 1000
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
}
