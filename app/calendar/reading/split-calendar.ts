import { type ContentLine, contentLines } from './content-lines.ts'
import { MOST_ENTRIES, UnreadableCalendar } from './read-entry.ts'

/** A VEVENT or a VTIMEZONE: the lines that are of use, and on which line of the file it begins. */
export interface Component {
  line: number
  lines: string[]
  /** Whether some line of it is no content line at all. */
  isBroken: boolean
  /** Whether it stands in a calendar whose METHOD is CANCEL. */
  isCancelled: boolean
}

export interface SplitCalendar {
  events: Component[]
  zones: Component[]
  others: number
}

/** Everything else (alarms, attached files, people, other programs' notes) is passed over unread. */
const OF_EVENT =
  /^(UID|SEQUENCE|DTSTAMP|LAST-MODIFIED|DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|CLASS)[;:]/i
const OF_ZONE = /^(BEGIN|END|TZID|X-LIC-LOCATION|DTSTART|TZOFFSETFROM|TZOFFSETTO|RRULE|RDATE)[;:]/i
const NAME = /^[A-Za-z0-9-]+[;:]/
const DEEPEST = 4
/** Of one entry or zone; a real one has some twenty, a zone with its history some two thousand. */
const MOST_LINES = { VEVENT: 300, VTIMEZONE: 3000 }
const MOST_ZONES = 200

/**
 * The parts of a file, looked at only as closely as telling them apart takes. Several calendars may follow each other.
 * @throws UnreadableCalendar when a part has no end, or an end no beginning: then nobody knows what else is missing.
 */
export function splitCalendar(content: Uint8Array): SplitCalendar {
  const found: SplitCalendar = { events: [], zones: [], others: 0 }
  const open: string[] = []
  let current: Component | null = null
  let ofCalendar: Component[] = []
  let isCancelled = false
  let calendars = 0
  for (const line of contentLines(content)) {
    const border = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i.exec(line.text)
    const name = border?.[2]?.toUpperCase() ?? ''
    if (border?.[1]?.toUpperCase() === 'BEGIN') {
      if (open.length === 0 ? name !== 'VCALENDAR' : open.length >= DEEPEST) throw unexpected(calendars, line)
      open.push(name)
      if (open.length === 1) [calendars, ofCalendar, isCancelled] = [calendars + 1, [], false]
      if (open.length === 2) current = begin(found, name, line)
      else if (current && isZone(open)) current.lines.push(`BEGIN:${name}`)
      continue
    }
    if (border) {
      // A name that breaks off is where the file does.
      if (open.at(-1) !== name && open.at(-1)?.startsWith(name)) continue
      if (open.pop() !== name) throw unexpected(calendars, line)
      if (open.length === 0) for (const component of ofCalendar) component.isCancelled = isCancelled
      else if (open.length > 1 && current && isZone(open)) current.lines.push(`END:${name}`)
      else if (open.length === 1 && current) {
        ofCalendar.push(current)
        current = null
      }
      continue
    }
    if (open.length === 0) throw unexpected(calendars, line)
    if (open.length === 1 && /^METHOD:\s*CANCEL\s*$/i.test(line.text)) isCancelled = true
    if (current) keep(current, open, line)
  }
  if (calendars === 0) throw new UnreadableCalendar('calendar-none')
  if (open.length > 0) throw new UnreadableCalendar('calendar-cut-off')
  return found
}

function begin(found: SplitCalendar, name: string, { number }: ContentLine): Component | null {
  const component = { line: number, lines: [], isBroken: false, isCancelled: false }
  if (name === 'VEVENT') {
    if (found.events.push(component) > MOST_ENTRIES) throw new UnreadableCalendar('calendar-too-many', number)
    return component
  }
  if (name === 'VTIMEZONE') {
    if (found.zones.push(component) > MOST_ZONES) throw new UnreadableCalendar('calendar-too-many', number)
    return component
  }
  found.others++
  return null
}

function keep(component: Component, open: string[], { text }: ContentLine): void {
  const kind = isZone(open) ? 'VTIMEZONE' : 'VEVENT'
  if (kind === 'VEVENT' && open.length > 2) return
  if ((kind === 'VTIMEZONE' ? OF_ZONE : OF_EVENT).test(text)) component.lines.push(text)
  else if (kind === 'VEVENT' && !NAME.test(text)) component.isBroken = true
  if (component.lines.length > MOST_LINES[kind] || isTopHeavy(text)) component.isBroken = true
  if (component.isBroken) component.lines = []
}

/** Up to the colon there are a few parameters; of a hundred thousand the parser takes seconds to make an object. */
function isTopHeavy(text: string): boolean {
  return text.length > 4000 && !/^(?:[^":]|"[^"]*"){0,2000}:/.test(text)
}

function isZone(open: string[]): boolean {
  return open[1] === 'VTIMEZONE'
}

function unexpected(calendars: number, { number }: ContentLine): UnreadableCalendar {
  return new UnreadableCalendar(calendars === 0 ? 'calendar-none' : 'calendar-broken', number)
}
