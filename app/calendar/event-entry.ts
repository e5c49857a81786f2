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
  sequence: number
  createdAt: Instant
  updatedAt: Instant
  title: string
  summary: string
  seriesName: string
}

/** Whom entries are written for and where the site is; `prefix` is '' or '/fr'. */
export interface CalendarReader {
  baseUrl: string
  language: Language
  prefix: string
}

/** Null when only a year or a month is known: history that no calendar can show. */
export function eventEntry(event: CalendarEvent, reader: CalendarReader): CalendarEntry | null {
  if (event.startsOn.length < 10) return null
  const t = translator(reader.language)
  const isCancelled = event.status === 'cancelled'
  const url = `${reader.baseUrl}${reader.prefix}/events/${event.slug}`
  const title = event.isSample ? t('event.ics.sample', { title: event.title }) : event.title
  const when = whenOf(event)
  return {
    uid: `event-${event.id}`,
    sequence: event.sequence,
    createdAt: event.createdAt,
    updatedAt: event.updatedAt,
    when,
    summary: isCancelled ? t('event.ics.cancelled', { title }) : title,
    description: [event.summary, timesOf(event, reader), url].filter(Boolean).join('\n\n'),
    location: placeOf(event, reader),
    geo:
      event.latitude === null || event.longitude === null
        ? null
        : { latitude: event.latitude, longitude: event.longitude },
    url,
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    isBusy: !isCancelled && 'startsAt' in when,
    categories: [event.seriesName],
  }
}

const DAY = 86_400_000

/** Hours for what fits into a day; whole days for what is longer, so that nobody's nights look taken. */
function whenOf(event: CalendarEvent): CalendarEntry['when'] {
  const endsOn = event.endsOn.length === 10 ? event.endsOn : event.startsOn
  if (event.startsTime === null) return { startsOn: event.startsOn, endsOn }
  if (event.endsTime === null && endsOn === event.startsOn)
    return { startsAt: event.startsAt, endsAt: addMinutes(event.startsAt, 60) }
  const length = epochMilliseconds(event.endsAt) - epochMilliseconds(event.startsAt)
  if (length > DAY || length <= 0) return { startsOn: event.startsOn, endsOn }
  return { startsAt: event.startsAt, endsAt: event.endsAt }
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

function placeOf(event: CalendarEvent, { language }: CalendarReader): string | null {
  const t = translator(language)
  if (event.format === 'online') return t('event.online')
  const country = event.country ? countryName(event.country, language) : null
  return [event.venue, event.address, event.city, country].filter(Boolean).join(', ') || null
}
