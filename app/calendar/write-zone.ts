import { calendarZone } from './calendar-zone.ts'
import { type Onset, onsetIn } from './zone-rule.ts'

/**
 * The VTIMEZONE of a zone, under its current name, in the shape that every client reads (MS-OXCICAL, 2.1.3.1.1.19): one
 * STANDARD, at most one DAYLIGHT, an onset in 1970, a yearly rule with one BYDAY.
 * @throws RangeError for a zone that cannot be written so; `localTimes` names none of those.
 */
export function writeZone(name: string): string {
  const zone = calendarZone(name)
  if (!zone) throw new RangeError(`no simple rule for ${name}`)
  const { standard, daylight } = zone.rule
  const parts = daylight
    ? [
        part('STANDARD', daylight.offset, standard, daylight.ends),
        part('DAYLIGHT', standard, daylight.offset, daylight.starts),
      ]
    : [part('STANDARD', standard, standard, null)]
  return ['BEGIN:VTIMEZONE', `TZID:${zone.name}`, ...parts.flat(), 'END:VTIMEZONE', ''].join('\r\n')
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function part(name: string, from: number, to: number, onset: Onset | null): string[] {
  const start = onset ? onsetIn(1970, onset) : 0
  const rule = onset && `RRULE:FREQ=YEARLY;BYMONTH=${onset.month};BYDAY=${onset.nth}${WEEKDAYS[onset.weekday]}`
  return [
    `BEGIN:${name}`,
    `DTSTART:${wallTime(start)}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...(rule ? [rule] : []),
    `END:${name}`,
  ]
}

/** Seconds of a clock as RFC 5545 writes a time without a zone. */
export function wallTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+Z$/g, '')
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60
  const two = (number: number) => String(number).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}
