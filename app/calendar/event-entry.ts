import type { CalendarEntry } from './calendar-entry.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatDays } from '#app/values/dates.ts'
import { addMinutes, epochMilliseconds, type Instant, offsetName } from '#app/values/moment.ts'

/** What an entry is written of: an event with its texts already in the reader's language. */
export interface CalendarEvent {
  id: string
  slug: string
  status: 'draft' | 'published' | 'cancelled'
  postponedAt: Instant | null
  isSample: number
  format: 'onsite' | 'online' | 'hybrid'
  startsOn: string
  endsOn: string
  startsTime: string | null
  endsTime: string | null
  startsAt: Instant
  endsAt: Instant
  zone: string
  country: string | null
  city: string | null
  venue: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  onlineUrl: string | null
  isJoinPublic: number
  areRoomsPublic: number
  sequence: number
  createdAt: Instant
  updatedAt: Instant
  /** When what calendars show of it last changed; null for what they have never shown. */
  calendarAt: Instant | null
  title: string
  summary: string
  seriesName: string
}

/** Whom entries are written for and where the site is. */
export interface CalendarReader {
  baseUrl: string
  language: Language
  /** `participants` may know the way into the online room, and the rooms; left out, it is everybody. */
  audience?: 'public' | 'participants'
}

/** Null when only a year or a month is known: history that no calendar can show. */
export function eventEntry(event: CalendarEvent, reader: CalendarReader): CalendarEntry | null {
  if (event.startsOn.length < 10) return null
  const url = pageOf(event, reader)
  const when = whenOf(event)
  const conference = conferenceOf(event, reader)
  return {
    uid: `event-${event.id}`,
    sequence: event.sequence,
    createdAt: event.createdAt,
    updatedAt: event.calendarAt ?? event.updatedAt,
    when,
    summary: markedTitle(event.title, event, reader),
    description: [event.summary, timesOf(event, reader), whereOf(event, reader), joinOf(conference, reader), url]
      .filter(Boolean)
      .join('\n\n'),
    location: placeOf(event, reader),
    geo:
      event.format === 'online' || event.latitude === null || event.longitude === null
        ? null
        : { latitude: event.latitude, longitude: event.longitude },
    url,
    conference,
    status: isCalledOff(event) ? 'CANCELLED' : 'CONFIRMED',
    isBusy: !isCalledOff(event) && 'startsAt' in when,
    categories: event.seriesName ? [event.seriesName] : [],
  }
}

/** Not held when it was to be: cancelled, or postponed without a new date. */
export function isCalledOff(event: Pick<CalendarEvent, 'status' | 'postponedAt'>): boolean {
  return event.status === 'cancelled' || event.postponedAt !== null
}

/** The title with what clients that ignore STATUS must be told (rfc5545 has no word for “postponed”). */
export function markedTitle(
  title: string,
  event: Pick<CalendarEvent, 'status' | 'postponedAt' | 'isSample'>,
  { language }: CalendarReader,
): string {
  const t = translator(language)
  const marked = event.isSample ? t('event.ics.sample', { title }) : title
  if (event.status === 'cancelled') return t('event.ics.cancelled', { title: marked })
  return event.postponedAt === null ? marked : t('event.ics.postponed', { title: marked })
}

/** The page of an event, always with its language: the same entry says the same wherever it was fetched. */
export function pageOf({ slug }: Pick<CalendarEvent, 'slug'>, { baseUrl, language }: CalendarReader): string {
  return `${baseUrl}/${language}/events/${slug}`
}

/** Where one joins from afar, for those who may know it, while there is something to join. */
export function conferenceOf(event: CalendarEvent, reader: CalendarReader): CalendarEntry['conference'] {
  if (event.format === 'onsite' || event.onlineUrl === null || isCalledOff(event)) return null
  if (event.isJoinPublic === 0 && reader.audience !== 'participants') return null
  return { url: event.onlineUrl, label: translator(reader.language)('event.ics.join') }
}

/** The same in words, for the many clients that do not know CONFERENCE. */
export function joinOf(conference: CalendarEntry['conference'], { language }: CalendarReader): string | null {
  return conference && translator(language)('event.ics.joinAt', { address: conference.url })
}

const DAY = 86_400_000

/** Hours for what fits into a day; whole days for what is longer, so that nobody's nights look taken. */
export function whenOf(
  event: Pick<CalendarEvent, 'startsOn' | 'endsOn' | 'startsTime' | 'endsTime' | 'startsAt' | 'endsAt' | 'zone'>,
): CalendarEntry['when'] {
  const { startsOn, startsAt, endsAt, zone } = event
  const endsOn = event.endsOn.length === 10 ? event.endsOn : startsOn
  if (event.startsTime === null) return { startsOn, endsOn }
  if (event.endsTime === null && endsOn === startsOn) return { startsAt, endsAt: addMinutes(startsAt, 60), zone }
  const length = epochMilliseconds(endsAt) - epochMilliseconds(startsAt)
  if (length > DAY || length <= 0) return { startsOn, endsOn }
  return { startsAt, endsAt, zone }
}

function timesOf(event: CalendarEvent, { language }: CalendarReader): string {
  const t = translator(language)
  const days = formatDays(event.startsOn, event.endsOn, language, { weekday: true })
  if (event.startsTime === null) return days
  const values = {
    days,
    from: event.startsTime,
    to: event.endsTime ?? '',
    offset: offsetName(event.startsAt, event.zone),
  }
  return event.endsTime === null ? t('event.ics.from', values) : t('event.ics.fromTo', values)
}

/** LOCATION holds one place only; of an event that is held in two, the text names both. */
function whereOf(event: CalendarEvent, reader: CalendarReader): string | null {
  if (event.format !== 'hybrid') return null
  const t = translator(reader.language)
  const place = placeOf(event, reader)
  return place === null ? t('event.about.formats.hybrid') : t('event.ics.hybrid', { place })
}

function placeOf(event: CalendarEvent, { language }: CalendarReader): string | null {
  const t = translator(language)
  if (event.format === 'online') return t('event.online')
  const country = event.country ? countryName(event.country, language) : null
  // Many an address ends with its town.
  const city = event.address?.split(/,\s*/).at(-1) === event.city ? null : event.city
  return [event.venue, event.address, city, country].filter(Boolean).join(', ') || null
}
