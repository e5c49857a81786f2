import { type Clock, clockNamed, clockOf, localOf, UTC } from './clocks.ts'
import type { FileZone, Property } from './properties.ts'
import type { Problem, ReadingNote } from './read-entry.ts'

/** The zones of a file, and the zone of an event for times that name none. */
export interface Zones {
  ofFile: Map<string, FileZone>
  ofEvent: string
}

/** A time on some clock, in milliseconds as if it were UTC, and the moment that it means. */
export interface TimeRead {
  local: number
  clock: Clock
  at: number
}

export type ValueRead = { day: string } | TimeRead | { problem: Problem }

const MINUTE = 60_000

/** One value of a property of time; what its reader should know goes to `notes`. */
export function readTime(property: Property, value: string | undefined, zones: Zones, notes: ReadingNote[]): ValueRead {
  const written = value ?? ''
  if (/^\d{4}-\d\d-\d\d$/.test(written))
    return localOf(`${written}T00:00:00`) === null ? unreadable(written) : { day: written }
  const isUtc = written.endsWith('Z')
  const local = localOf(isUtc ? written.slice(0, -1) : written)
  if (local === null) return unreadable(written)
  if (isUtc) return { local, clock: UTC, at: local }
  const name = [property.parameters.tzid].flat()[0]
  if (name === undefined) note(notes, 'floating', { zone: zones.ofEvent })
  const clock = name === undefined ? clockOf(zones.ofEvent) : clockNamed(name, zones.ofFile)
  if (!clock) return { problem: { code: 'zone-unknown', details: { zone: name!.slice(0, 80) } } }
  if (clock.isOfFile) note(notes, 'zone-of-file', { zone: name!.slice(0, 80) })
  return onClock(local, clock, notes, name)
}

/** A time on a clock: the moment that it means, the first one of two (RFC 5545, 3.3.5). */
export function onClock(local: number, clock: Clock, notes: ReadingNote[], name = ''): TimeRead | { problem: Problem } {
  const time = new Date(local).toISOString().slice(11, 16)
  const [at, second] = clock.momentsOf(local)
  if (at === undefined) return { problem: { code: 'time-skipped', details: { time } } }
  if (second !== undefined) note(notes, 'time-twice', { time })
  else if (clock.fileMomentOf && clock.fileMomentOf(local) !== at) note(notes, 'zone-differs', { zone: name })
  return { local, clock, at }
}

/** When it ends, in milliseconds since 1970, whole minutes; an entry that says nothing, or its start, lasts an hour. */
export function readEnd(
  start: TimeRead,
  end: Property | undefined,
  duration: Property | undefined,
  zones: Zones,
  notes: ReadingNote[],
): number | { problem: Problem } {
  let at = start.at
  if (end) {
    const read = readTime(end, end.values[0], zones, notes)
    if ('problem' in read) return read
    if ('day' in read) return { problem: { code: 'end-kind' } }
    at = read.at
  } else if (duration) {
    const [written = ''] = duration.values
    const length = lengthOf(written)
    if (length === null) return { problem: { code: 'time-unreadable', details: { value: short(written) } } }
    at += length
  }
  if (at < start.at) return { problem: { code: 'ends-before' } }
  if (at > start.at) return toMinute(at, Math.ceil, notes)
  note(notes, 'no-end')
  return toMinute(at, Math.floor, notes) + 60 * MINUTE
}

/** Programmes go by minutes: a start a little later is that minute's, an end at 23:59:59 is midnight. */
export function toMinute(at: number, round: (minutes: number) => number, notes: ReadingNote[]): number {
  if (at % MINUTE !== 0) note(notes, 'seconds')
  return round(at / MINUTE) * MINUTE
}

/** RFC 5545, 3.3.6, in milliseconds; null for none that goes forward. */
function lengthOf(written: string): number | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/.exec(written)
  if (!match) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

export function note(notes: ReadingNote[], code: ReadingNote['code'], details?: ReadingNote['details']): void {
  if (!notes.some((known) => known.code === code)) notes.push(details ? { code, details } : { code })
}

function unreadable(value: string): { problem: Problem } {
  return { problem: { code: 'time-unreadable', details: { value: short(value) } } }
}

function short(value: string): string {
  return value.slice(0, 40)
}
