import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { CalendarEntry, CalendarFile, EntryText, Invitation } from './calendar-entry.ts'
import { foldLine } from './fold-line.ts'
import { localTimes } from './local-times.ts'
import { degrees, escapeText, mailboxOf, parameterText, unescapeText, uriOf } from './property-values.ts'
import { writeZone } from './write-zone.ts'
import { addDays, epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

/*
 * The only file that knows ical-generator (11.1.2). It stands beside its noun and not among the adapters because it
 * touches nothing outside: it is a function from entries to text. The library composes; what it gets wrong is put
 * right here:
 *  1. a calendar's zone takes the Z from DTSTAMP, CREATED and LAST-MODIFIED (sebbo2002/ical-generator#154),
 *  2. and sends no TZID with the times of its events (#154, #680): a calendar is never given a zone;
 *  3. a Date in a zone is written by the clock of the process (#154), whole days too (#38, #580): the wall clock goes
 *     in as a floating time, and the TZID is put before it afterwards;
 *  4. a Temporal time in a zone is converted by the runtime's zone data, which may be old: only Dates go in;
 *  5. URL is escaped as if it were TEXT, CONFERENCE and other new properties are refused (12): through `ours`;
 *  6. NAME and X-WR-CALNAME are not escaped: escaped before they go in;
 *  7. a UID may carry line ends: checked;
 *  8. a quotation mark in CN becomes `^'`, which most clients show: replaced; addresses are escaped as TEXT: refused;
 *  9. GEO is left out on the equator and on the prime meridian: through `ours`;
 * 10. TIMEZONE-ID is not a property, and its zone generator sends no zone that only events have (#680): never used,
 *     VTIMEZONE is ours;
 * 11. whole days may end when they start, an end before the start is swapped: one day later here, or refused; and
 *     they bring X-MICROSOFT-… that an export should not have (MS-OXCICAL 2.1.3.1.1.20.28): dropped;
 * 12. control characters stay, the last line has no end, lines are parted inside a grapheme or an escape (#56):
 *     cleaned before, folded by us afterwards.
 */

const PRODUCT = { company: 'Internet Society', product: 'Plenary', language: 'EN' }

/**
 * @param domain what stands behind the UIDs; from the configuration, never from a request.
 * @param invitation whom it goes to, when it goes by mail to one person.
 * @throws RangeError for an entry that ends before it starts, or whose UID or addresses cannot be written.
 */
export function writeEntry(entry: CalendarEntry, domain: string, invitation?: Invitation): EntryText {
  if (!/^[a-z]+-[\w-]+$/.test(entry.uid)) throw new RangeError(`not a UID: ${JSON.stringify(entry.uid)}`)
  if (invitation && (invitation.method === 'CANCEL') !== (entry.status === 'CANCELLED'))
    throw new RangeError(`${invitation.method} of an entry that is ${entry.status}`)
  const { zone, ...when } = timesOf(entry)
  const composed = ical()
    .createEvent({
      id: `${entry.uid}@${domain}`,
      ...when,
      stamp: dateOf(entry.updatedAt),
      lastModified: dateOf(entry.updatedAt),
      created: entry.createdAt ? dateOf(entry.createdAt) : null,
      sequence: entry.sequence,
      // Without a title, Apple's and Google's calendars invent one.
      summary: cleanLine(entry.summary) || uriOf(entry.url),
      description: cleanText(entry.description) || null,
      location: entry.location ? cleanLine(entry.location) : null,
      status: ICalEventStatus[entry.status],
      transparency: entry.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      categories: entry.categories.map((category) => ({ name: cleanLine(category) })).filter(({ name }) => name !== ''),
      ...(invitation && peopleOf(invitation)),
      x: ours(entry),
    })
    .toString()
  return { text: put(composed, zone), zones: zone ? [zone] : [], updatedAt: entry.updatedAt }
}

/**
 * Entries as one file, each zone that they name before them, once. With a METHOD it is a message about one entry and
 * not a calendar, so it has no name. A feed whose address is a secret says how often to ask, and not where it is.
 */
export function joinCalendar(
  {
    name,
    sourceUrl,
    method,
    isFeed = sourceUrl !== null,
  }: { name: string; sourceUrl: string | null; method?: Invitation['method']; isFeed?: boolean },
  texts: readonly Pick<EntryText, 'text' | 'zones'>[],
): string {
  const head = ical({
    name: method ? null : escapeText(cleanLine(name) || PRODUCT.product),
    prodId: PRODUCT,
    scale: 'GREGORIAN',
    method: method ? ICalCalendarMethod[method] : null,
    ttl: isFeed && !method ? 3600 : null,
    source: sourceUrl && !method ? uriOf(sourceUrl) : null,
  }).toString()
  const zones = new Set<string>()
  for (const text of texts) for (const zone of text.zones) zones.add(zone)
  const lines = unfold(head).filter((line) => line !== END)
  return [
    ...lines.map((line) => `${foldLine(line)}\r\n`),
    ...[...zones].toSorted().map(writeZone),
    ...texts.map(({ text }) => text),
    `${END}\r\n`,
  ].join('')
}

export function writeCalendar({ name, sourceUrl, entries }: CalendarFile, domain: string): string {
  return joinCalendar(
    { name, sourceUrl },
    entries.map((entry) => writeEntry(entry, domain)),
  )
}

const END = 'END:VCALENDAR'

function timesOf({ uid, when }: CalendarEntry): Pick<ICalEventData, 'allDay' | 'floating'> & {
  start: Date
  end: Date
  zone: string | null
} {
  if ('startsOn' in when) {
    const [start, end] = [when.startsOn, addDays(when.endsOn, 1)].map((day) => dateOf(`${day}T00:00:00.000Z`))
    return { ...inOrder(uid, start!, end!), allDay: true, zone: null }
  }
  const utc = inOrder(uid, dateOf(when.startsAt), dateOf(when.endsAt))
  const local = localTimes(when, when.zone)
  if (!local) return { ...utc, zone: null }
  return { start: new Date(local.start * 1000), end: new Date(local.end * 1000), floating: true, zone: local.zone }
}

function inOrder(uid: string, start: Date, end: Date) {
  if (!(start < end)) throw new RangeError(`${uid} ends before it starts`)
  return { start, end }
}

function peopleOf({ organizer, attendee }: Invitation): Pick<ICalEventData, 'organizer' | 'attendees'> {
  return {
    organizer: { name: nameOf(organizer), email: mailboxOf(organizer.email) },
    attendees: [
      {
        name: nameOf(attendee),
        email: mailboxOf(attendee.email),
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      },
    ],
  }
}

function nameOf({ name, email }: { name: string; email: string }): string {
  return parameterText(name) || email
}

/** Properties that go through the library under names of ours, each with all that follows its name. */
function ours({ url, geo, conference }: CalendarEntry): Record<string, string> {
  const label = conference && parameterText(conference.label)
  return {
    'X-PLENARY-URL': `:${uriOf(url)}`,
    ...(geo && { 'X-PLENARY-GEO': `:${degrees(geo.latitude, 90)};${degrees(geo.longitude, 180)}` }),
    ...(conference && {
      'X-PLENARY-CONFERENCE': `;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="${label}":${uriOf(conference.url)}`,
    }),
  }
}

const OURS = /^X-PLENARY-([A-Z]+):(.*)$/

function put(composed: string, zone: string | null): string {
  return unfold(composed)
    .filter((line) => !line.startsWith('X-MICROSOFT-'))
    .map((line) => line.replace(OURS, (_, property: string, rest: string) => property + unescapeText(rest)))
    .map((line) => (zone ? line.replace(/^(DTSTART|DTEND):/, `$1;TZID=${zone}:`) : line))
    .map((line) => line.replace(/^(ATTENDEE;.*"):MAILTO:/, '$1:mailto:'))
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')
}

function unfold(composed: string): string[] {
  return composed
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line !== '')
}

function dateOf(instant: Instant): Date {
  return new Date(epochMilliseconds(instant))
}
