import { localOf } from './reading/clocks.ts'
import { type Property, propertiesOf, zoneOf } from './reading/properties.ts'
import { readEnd, readTime, toMinute, type Zones } from './reading/entry-times.ts'
import { occurrences, type Span } from './reading/occurrences.ts'
import { plainOfHtml } from './reading/plain-of-html.ts'
import { MOST_ENTRIES, type ReadCalendar, type ReadEntry, UnreadableCalendar } from './reading/read-entry.ts'
import { type Component, splitCalendar } from './reading/split-calendar.ts'
import { addDays, epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

const DAY = 86_400_000
/** Of one entry: each is held against the names of the tracks. */
const MOST_CATEGORIES = 50

/**
 * Reads somebody else's calendar. What is wrong with the file as a whole is thrown; what is wrong with one entry stands
 * at that entry. `zone` is for times that name none; entries that repeat are taken apart between `startsAt` and `endsAt`.
 * @throws UnreadableCalendar
 */
export function readCalendar(
  content: Uint8Array,
  { zone, startsAt, endsAt }: { zone: string; startsAt: Instant; endsAt: Instant },
): ReadCalendar {
  const { events, zones, others } = splitCalendar(content)
  const ofFile = new Map(zones.flatMap((one) => zoneOf(one) ?? []).map((one) => [one.name, one]))
  const span = { from: epochMilliseconds(startsAt) - DAY, to: epochMilliseconds(endsAt) + DAY }
  const read: Ranked[][] = []
  let count = 0
  for (const component of events) {
    const entries = readComponent(component, { ofFile, ofEvent: zone }, span)
    count += entries.length
    if (count > MOST_ENTRIES) throw new UnreadableCalendar('calendar-too-many', component.line)
    read.push(entries)
  }
  if (count === 0) throw new UnreadableCalendar('calendar-empty')
  return { entries: latest(read), others }
}

interface Ranked extends ReadEntry {
  sequence: number
  stamp: string
  /** Whether it says something else of one occurrence of an entry that repeats. */
  isException: boolean
}

function readComponent(component: Component, zones: Zones, span: Span): Ranked[] {
  const properties = propertiesOf(component)
  const all = (name: string): Property[] => properties?.get(name) ?? []
  const text = (name: string): string | null => all(name)[0]?.values[0] ?? null
  const description = text('description')
  const location = text('location')
  const base: Ranked = {
    line: component.line,
    uid: cleanLine(text('uid') ?? ''),
    occurrence: '',
    when: null,
    title: cleanLine(text('summary') ?? ''),
    description: description === null ? null : cleanText(plainOfHtml(cleanText(description))),
    location: location === null ? null : cleanLine(lines(location)),
    categories: all('categories')
      .flatMap(({ values }) => values)
      .slice(0, MOST_CATEGORIES)
      .map(cleanLine),
    isPrivate: /^(PRIVATE|CONFIDENTIAL)$/i.test(text('class') ?? ''),
    isCancelled: component.isCancelled || /^CANCELL?ED$/i.test(text('status') ?? ''),
    notes: [],
    problem: null,
    sequence: Number(text('sequence') ?? 0),
    stamp: text('last-modified') ?? text('dtstamp') ?? '',
    isException: all('recurrence-id').length > 0,
  }
  const refuse = (problem: ReadEntry['problem']): Ranked[] => [{ ...base, problem }]
  if (!properties) return refuse({ code: 'unreadable' })
  if (base.uid === '') return refuse({ code: 'no-uid' })
  const [start, which] = [all('dtstart')[0], all('recurrence-id')[0]]
  if (which) {
    if (which.parameters.range !== undefined) return refuse({ code: 'from-here-on' })
    const read = readTime(which, which.values[0], zones, [])
    if (!('at' in read)) return refuse('problem' in read ? read.problem : { code: 'repeats-otherwise' })
    base.occurrence = toInstant(read.at)
  }
  if (!start) return base.isCancelled ? [base] : refuse({ code: 'no-start' })
  const from = readTime(start, start.values[0], zones, base.notes)
  if ('problem' in from) return refuse(from.problem)
  if ('day' in from) return [{ ...base, when: wholeDays(from.day, all('dtend')[0]) }]
  const end = readEnd(from, all('dtend')[0], all('duration')[0], zones, base.notes)
  if (typeof end !== 'number') return refuse(end.problem)
  const startsAt = toMinute(from.at, Math.floor, base.notes)
  const repeated = which ? null : occurrences(from, properties, zones, span, base.notes)
  if (repeated === null) return [{ ...base, when: { startsAt: toInstant(startsAt), endsAt: toInstant(end) } }]
  if (!Array.isArray(repeated)) return refuse(repeated.problem)
  if (repeated.length === 0) return refuse({ code: 'repeats-outside' })
  return repeated.map((at) => {
    const moved = at - from.at
    const when = { startsAt: toInstant(startsAt + moved), endsAt: toInstant(end + moved) }
    return { ...base, occurrence: toInstant(at), when }
  })
}

/** Apple writes a place as several lines. */
function lines(location: string): string {
  const pieces = cleanText(location).split('\n')
  return pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join(', ')
}

/** The last day is the one before DTEND; without one it is one day. */
function wholeDays(startsOn: string, end: Property | undefined): { startsOn: string; endsOn: string } {
  const written = end?.values[0] ?? ''
  const isDay = localOf(`${written}T00:00:00`) !== null
  const endsOn = isDay && written > startsOn ? addDays(written, -1) : startsOn
  return { startsOn, endsOn }
}

/**
 * Of entries with the same UID the one with the highest SEQUENCE, the latest, the last; the others say that they are old.
 * Where an exception stands beside an entry that repeats, it takes the place of its occurrence.
 */
function latest(read: Ranked[][]): ReadEntry[] {
  const best = new Map<string, Ranked>()
  const keyOf = ({ uid, isException, occurrence }: Ranked) => `${uid}\n${isException ? occurrence || 'none' : ''}`
  for (const [entry] of read) {
    if (!entry || entry.uid === '') continue
    const known = best.get(keyOf(entry))
    if (!known || rank(entry, known) >= 0) best.set(keyOf(entry), entry)
  }
  return read.flatMap((entries) => {
    const [first] = entries
    if (first && first.uid !== '' && best.get(keyOf(first)) !== first)
      return [plain({ ...first, problem: { code: 'twice' } })]
    return entries
      .filter(
        ({ uid, occurrence, isException }) => isException || !best.has(`${uid}\n${occurrence}`) || occurrence === '',
      )
      .map(plain)
  })
}

function plain({ sequence: _, stamp: __, isException: ___, ...entry }: Ranked): ReadEntry {
  return entry
}

function rank(one: Ranked, other: Ranked): number {
  if (one.sequence !== other.sequence) return one.sequence - other.sequence
  return one.stamp < other.stamp ? -1 : one.stamp > other.stamp ? 1 : 0
}
