import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry, CalendarFile } from './calendar-entry.ts'
import { foldLine } from './fold-line.ts'
import { addDays, epochMilliseconds } from '#app/values/moment.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

/**
 * The only file that knows ical-generator (11.1.2). It stands beside its noun and not among the adapters because it
 * touches nothing outside: it is a function from entries to text. What the library gets wrong is put right here:
 * - its calendar zone takes the Z from DTSTAMP and sends no TZID (sebbo2002/ical-generator#154): never set;
 * - URL is escaped as if it were TEXT, GEO is left out on the equator: written by us, through `OURS`;
 * - NAME is not escaped and a UID may carry line ends: escaped and checked before they go in;
 * - an all-day end may be the start: one day later here, and an end before the start is refused, not swapped;
 * - whole days bring X-MICROSOFT-… properties that an export should not have (MS-OXCICAL 2.1.3.1.1.20.28): dropped;
 * - lines are folded inside a grapheme or an escape (#56), the last line has no end: unfolded and folded by us.
 * @param domain what stands behind the UIDs; from the configuration, never from a request.
 * @throws RangeError for an entry that ends before it starts or whose UID or address cannot be written.
 */
export function writeCalendar({ name, sourceUrl, entries }: CalendarFile, domain: string): string {
  const title = escapeText(cleanLine(name))
  const calendar = ical({
    name: title,
    prodId: { company: 'Internet Society', product: 'Plenary', language: 'EN' },
    ttl: sourceUrl ? 3600 : null,
    source: sourceUrl ? uriOf(sourceUrl) : null,
  })
  calendar.x('X-PLENARY-CALSCALE', 'GREGORIAN')
  for (const entry of entries) addEntry(calendar, entry, domain)
  return finish(calendar.toString())
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry, domain: string): void {
  if (!/^[a-z]+-[\w-]+$/.test(entry.uid)) throw new RangeError(`not a UID: ${JSON.stringify(entry.uid)}`)
  const { start, end, allDay } = boundsOf(entry)
  const event = calendar.createEvent({
    id: `${entry.uid}@${domain}`,
    start,
    end,
    allDay,
    stamp: moment(entry.updatedAt),
    lastModified: moment(entry.updatedAt),
    created: entry.createdAt ? moment(entry.createdAt) : null,
    sequence: entry.sequence,
    summary: cleanLine(entry.summary),
    description: cleanText(entry.description),
    location: entry.location ? cleanLine(entry.location) : null,
    status: ICalEventStatus[entry.status],
    transparency: entry.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    categories: entry.categories.map((category) => ({ name: cleanLine(category) })),
  })
  event.x('X-PLENARY-URL', uriOf(entry.url))
  if (entry.geo) event.x('X-PLENARY-GEO', `${degrees(entry.geo.latitude, 90)};${degrees(entry.geo.longitude, 180)}`)
}

function boundsOf({ uid, when }: CalendarEntry) {
  const isDays = 'startsOn' in when
  const start = isDays ? moment(`${when.startsOn}T00:00:00.000Z`) : moment(when.startsAt)
  const end = isDays ? moment(`${addDays(when.endsOn, 1)}T00:00:00.000Z`) : moment(when.endsAt)
  if (end <= start) throw new RangeError(`${uid} ends before it starts`)
  return { start, end, allDay: isDays }
}

const OURS = /^X-PLENARY-([A-Z]+):(.*)$/

function finish(composed: string): string {
  const lines = composed
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => !line.startsWith('X-MICROSOFT-'))
    .map((line) => line.replace(OURS, (_, property: string, value: string) => `${property}:${unescapeText(value)}`))
  const scale = lines.indexOf('CALSCALE:GREGORIAN')
  lines.splice(2, 0, ...lines.splice(scale, 1))
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function moment(instant: string): Date {
  return new Date(epochMilliseconds(instant))
}

/** An address as bytes that need no escaping: other scripts percent-encoded, nothing that could end a line. */
function uriOf(address: string): string {
  if (/\p{Cc}/u.test(address) || !URL.canParse(address))
    throw new RangeError(`not an address: ${JSON.stringify(address)}`)
  return new URL(address).href
}

function degrees(value: number, limit: number): string {
  if (!(Math.abs(value) <= limit)) throw new RangeError(`not a coordinate: ${value}`)
  return String(Number(value.toFixed(6)))
}

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

function unescapeText(text: string): string {
  return text.replace(/\\([\\;,])/g, '$1')
}
