import { createHash } from 'node:crypto'
import type { CalendarEvent } from './event-entry.ts'
import type { CalendarSession } from './session-entry.ts'

/** Of what calendars have never shown. */
export const NEVER_SHOWN = ''
/** Of what calendars showed once and do not show now: if it comes back, it comes back changed. */
export const WITHDRAWN = '-'

/**
 * Stands before every digest. Whoever changes what the lists below name raises it: digests of another list say nothing,
 * and what has one counts as changed with its next change.
 */
const LIST = '1:'

type Texts = Record<string, string>[]

/** The columns of an event that every entry made of it, its own and those of its sessions, may show. */
type Shared = Pick<
  CalendarEvent,
  'slug' | 'status' | 'isSample' | 'format' | 'zone' | 'city' | 'venue' | 'postponedAt'
> &
  Pick<CalendarEvent, 'onlineUrl' | 'isJoinPublic' | 'areRoomsPublic'> & { language: string; seriesId: string }

export type EventFacts = Shared &
  Pick<CalendarEvent, 'startsOn' | 'endsOn' | 'startsTime' | 'endsTime' | 'startsAt' | 'endsAt'> &
  Pick<CalendarEvent, 'country' | 'address' | 'latitude' | 'longitude'>

export type SessionFacts = Omit<CalendarSession, 'id' | 'sequence' | 'updatedAt' | 'calendarAt' | 'people'>

/** Of everything that an event's own entry shows in any language, to anybody. `texts` and `names` in a fixed order. */
export function eventDigest(event: EventFacts, texts: Texts, names: Texts): string {
  return digest([
    ...sharedFacts(event, texts, names),
    texts.map(({ summary }) => summary),
    [event.startsOn, event.endsOn, event.startsTime, event.endsTime],
    event.startsTime === null ? null : [event.startsAt, event.endsAt],
    [event.country, event.address, event.latitude, event.longitude],
  ])
}

/** The same of a session; its event is shown beside it. */
export function sessionDigest(
  session: SessionFacts,
  people: string[],
  event: Shared,
  texts: Texts,
  names: Texts,
): string {
  return digest([
    ...sharedFacts(event, texts, names),
    [session.title, session.abstract, session.startsAt, session.endsAt, session.room, session.isStreamed],
    people,
    // Left out where there is none, so that what was noted before there were any still holds.
    ...(session.streamUrl === null ? [] : [session.streamUrl]),
  ])
}

/** Whether a stored digest can be compared with one made now. */
export function isComparable(stored: string): boolean {
  return stored.startsWith(LIST)
}

function sharedFacts(event: Shared, texts: Texts, names: Texts): unknown[] {
  return [
    [event.slug, event.status, event.isSample, event.postponedAt !== null, event.language, event.zone],
    [event.format, event.venue, event.city, event.onlineUrl, event.isJoinPublic, event.areRoomsPublic],
    texts.map(({ language, title }) => [language, title]),
    names.map(({ language, shortName }) => [language, shortName]),
  ]
}

function digest(facts: unknown[]): string {
  return LIST + createHash('sha256').update(JSON.stringify(facts)).digest('base64url')
}
