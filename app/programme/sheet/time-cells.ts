import type { ImportFacts, StoredSession } from '../import/import-plan.ts'
import type { ImportProblem } from '../import/import-problem.ts'
import { sessionBounds } from '#app/events/event-bounds.ts'
import { wallTimeOf } from '#app/events/wall-time.ts'
import { flag } from '#app/values/flag.ts'
import { isPartialDay, offsetName } from '#app/values/moment.ts'

type Event = ImportFacts['event']

/** `09:00`; of a time that its day has twice also which one: `02:30 UTC+2`. */
export function writeTime(session: StoredSession, side: 'starts' | 'ends', zone: string): string {
  const time = session[`${side}Time`]
  if (wallTimeOf(session.heldOn, time, zone).is !== 'repeated') return time
  return `${time} ${offsetName(session[`${side}At`], zone)}`
}

/**
 * The day of a cell: `2027-06-21`, or in the order of a country. What may be two days is the one of them that the event
 * has.
 */
export function readDay(cell: string, event: Event): string | ImportProblem {
  const readings = [...new Set(readingsOf(cell.trim()))].filter((day) => isPartialDay(day))
  if (readings.length === 0) return { code: 'cell-day', details: { value: cell.slice(0, 60) } }
  const within = readings.filter((day) => day >= event.firstOn && day <= event.lastOn)
  if (within.length === 0) return { code: 'outside' }
  return within.length === 1 ? within[0]! : { code: 'cell-day-either', details: { value: cell.slice(0, 60) } }
}

function readingsOf(text: string): string[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][0:.]+Z?)?$/.exec(text)
  if (iso) return [dayOf(iso[1]!, iso[2]!, iso[3]!)]
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  if (!local) return []
  const year = local[3]!.length === 2 ? `20${local[3]}` : local[3]!
  return [dayOf(year, local[2]!, local[1]!), dayOf(year, local[1]!, local[2]!)]
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The hours of a session on the clocks of its event, or why they are none. */
export function readTimes(heldOn: string, cells: { start: string; end: string }, event: Event) {
  const [starts, ends] = [readTime(heldOn, cells.start, event.zone), readTime(heldOn, cells.end, event.zone)]
  const problems = [starts, ends].filter((one) => 'code' in one)
  if ('code' in starts || 'code' in ends) return { problems }
  const hours = {
    heldOn,
    startsTime: starts.time,
    endsTime: ends.time,
    startsLater: flag(starts.isLater),
    endsLater: flag(ends.isLater),
  }
  const when = { ...hours, ...sessionBounds(hours, event.zone) }
  if (when.endsAt <= when.startsAt) return { problems: [{ code: 'ends-before' } satisfies ImportProblem] }
  return { when }
}

function readTime(day: string, cell: string, zone: string): { time: string; isLater: boolean } | ImportProblem {
  const [, hour, minute, half, offset] =
    /^(\d{1,2})[:.hH](\d{2})(?:[:.]00(?:\.0+)?)?\s*([AaPp][Mm])?\s*(UTC\S*)?$/.exec(cell.trim()) ?? []
  const value = cell.slice(0, 60)
  if (hour === undefined) return { code: 'cell-time', details: { value } }
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour)
  const time = `${String(hours).padStart(2, '0')}:${minute}`
  if (time > '24:00' || Number(minute) > 59) return { code: 'cell-time', details: { value } }
  const wall = wallTimeOf(day, time, zone)
  if (wall.is === 'skipped') return { code: 'time-skipped', details: { time } }
  if (wall.is === 'plain') return { time, isLater: false }
  const meant = wall.readings.findIndex((reading) => reading.offset === offset?.replace('-', '−'))
  const [first, second] = wall.readings.map((reading) => `${time} ${reading.offset}`)
  if (meant < 0) return { code: 'cell-time-either', details: { first: first!, second: second! } }
  return { time, isLater: meant === 1 }
}
