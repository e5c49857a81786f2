import type { CalendarEntry } from './calendar-entry.ts'
import {
  type CalendarEvent,
  type CalendarReader,
  conferenceOf,
  isCalledOff,
  joinOf,
  markedTitle,
  pageOf,
} from './event-entry.ts'
import { translator } from '#app/locales/translate.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

export interface CalendarSession {
  id: string
  title: string
  abstract: string
  startsAt: Instant
  endsAt: Instant
  room: string | null
  isStreamed: number
  /** For those who have a seat, as the event's online room. */
  streamUrl: string | null
  sequence: number
  updatedAt: Instant
  calendarAt: Instant | null
  people: string[]
}

/** A session changes when its event does (cancelled, renamed), and its own SEQUENCE tells it. */
export function sessionEntry(session: CalendarSession, event: CalendarEvent, reader: CalendarReader): CalendarEntry {
  const url = `${pageOf(event, reader)}/programme`
  const isFromAfar = event.format === 'online' || session.isStreamed === 1
  const conference = streamOf(session, event, reader) ?? (isFromAfar ? conferenceOf(event, reader) : null)
  return {
    uid: `session-${session.id}`,
    sequence: session.sequence,
    createdAt: null,
    updatedAt: session.calendarAt ?? session.updatedAt,
    when: {
      startsAt: session.startsAt,
      endsAt: session.endsAt > session.startsAt ? session.endsAt : addMinutes(session.startsAt, 60),
      zone: event.zone,
    },
    summary: markedTitle(session.title, event, reader),
    description: [event.title, session.people.join(', '), session.abstract, joinOf(conference, reader), url]
      .filter(Boolean)
      .join('\n\n'),
    location: placeOf(session, event, reader),
    geo: null,
    url,
    conference,
    status: isCalledOff(event) ? 'CANCELLED' : 'CONFIRMED',
    isBusy: !isCalledOff(event),
    categories: event.seriesName ? [event.seriesName] : [],
  }
}

function placeOf({ room }: CalendarSession, event: CalendarEvent, { audience, language }: CalendarReader) {
  const place = event.format === 'online' ? translator(language)('event.online') : [event.venue, event.city]
  const isKnown = event.areRoomsPublic === 1 || audience === 'participants'
  return [isKnown ? room : null, place].flat().filter(Boolean).join(', ') || null
}

function streamOf({ isStreamed, streamUrl }: CalendarSession, event: CalendarEvent, reader: CalendarReader) {
  if (isStreamed === 0 || streamUrl === null || isCalledOff(event) || reader.audience !== 'participants') return null
  return { url: streamUrl, label: translator(reader.language)('event.ics.join') }
}
