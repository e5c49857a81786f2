import type { CalendarEntry } from './calendar-entry.ts'
import type { CalendarEvent, CalendarReader } from './event-entry.ts'
import { translator } from '#app/locales/translate.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

export interface CalendarSession {
  id: string
  title: string
  abstract: string
  startsAt: Instant
  endsAt: Instant
  room: string | null
  sequence: number
  updatedAt: Instant
  people: string[]
}

/** A session changes when its event does (cancelled, renamed): its sequence is the sum of both, which never goes down. */
export function sessionEntry(session: CalendarSession, event: CalendarEvent, reader: CalendarReader): CalendarEntry {
  const t = translator(reader.language)
  const isCancelled = event.status === 'cancelled'
  const url = `${reader.baseUrl}${reader.prefix}/events/${event.slug}/programme`
  const place = event.format === 'online' ? t('event.online') : [event.venue, event.city].filter(Boolean).join(', ')
  return {
    uid: `session-${session.id}`,
    sequence: session.sequence + event.sequence,
    createdAt: null,
    updatedAt: session.updatedAt > event.updatedAt ? session.updatedAt : event.updatedAt,
    when: {
      startsAt: session.startsAt,
      endsAt: session.endsAt > session.startsAt ? session.endsAt : addMinutes(session.startsAt, 60),
    },
    summary: isCancelled ? t('event.ics.cancelled', { title: session.title }) : session.title,
    description: [event.title, session.people.join(', '), session.abstract, url].filter(Boolean).join('\n\n'),
    location: [session.room, place].filter(Boolean).join(', ') || null,
    geo: null,
    url,
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    isBusy: !isCancelled,
    categories: [event.seriesName],
  }
}
