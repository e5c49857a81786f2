import type { Kysely } from 'kysely'
import { isParticipant, type OwnSeat, ownCopy } from './own-copy.ts'
import { ownStandings } from './own-standing.server.ts'
import type { CalendarEntry } from '../calendar-entry.ts'
import { eventEntry } from '../event-entry.ts'
import { calendarEvents } from '../queries.server.ts'
import { writeCalendar } from '../write-calendar.ts'
import type { Language } from '#app/locales/languages.ts'
import type { Database } from '#db/schema.ts'

export interface OwnCalendarSite {
  baseUrl: string
  uidDomain: string
  language: Language
}

/** Whose copy of which event: by their address, or by an order or a seat of theirs. */
export interface OwnEvent {
  eventId: string
  /** Null for somebody who was erased: then only what is named is theirs. */
  emailKey: string | null
  /**
   * Tells of this order or this seat alone. An address that somebody typed is not proven: a file that anybody gets who
   * registers with it shows their own seats and no other's, and what only participants know for a seat of these.
   */
  only?: { orderId: string } | { registrationId: string }
}

/**
 * One person's copy of one event, under the event's UID, for an order's page, a seat's page and mails: the same UID,
 * SEQUENCE, times and STATUS in all of them, and in the person's whole calendar. No key, no address and no code is in
 * it: people pass such files on.
 * @returns an `.ics` file without METHOD and its one entry; null when no calendar can show the event, or nothing is theirs.
 */
export async function ownEventCalendar(
  db: Kysely<Database>,
  { baseUrl, uidDomain, language }: OwnCalendarSite,
  own: OwnEvent,
): Promise<{ body: string; entry: CalendarEntry } | null> {
  const entry = await ownEventEntry(db, { baseUrl, language }, own)
  if (!entry) return null
  return { body: writeCalendar({ name: entry.name, sourceUrl: null, entries: [entry.entry] }, uidDomain), ...entry }
}

/** The same before it is written, with the event's title. */
export async function ownEventEntry(
  db: Kysely<Database>,
  { baseUrl, language }: Omit<OwnCalendarSite, 'uidDomain'>,
  { eventId, emailKey, only }: OwnEvent,
): Promise<{ name: string; entry: CalendarEntry } | null> {
  const [event] = await calendarEvents(db, [eventId], language)
  if (!event) return null
  const standing = (await ownStandings(db, { emailKey, eventId, ...only }, language)).get(eventId)
  if (!standing) return null
  const shown = only ? standing.seats.filter((seat) => isOf(seat, only)) : standing.seats
  const audience = isParticipant(shown) ? 'participants' : 'public'
  const entry = eventEntry(event, { baseUrl, language, audience })
  return entry && { name: event.title, entry: ownCopy(entry, standing, { language, shown }) }
}

/** A seat comes with what its person takes beside it. */
function isOf(seat: OwnSeat, only: NonNullable<OwnEvent['only']>): boolean {
  if ('orderId' in only) return seat.orderId === only.orderId
  return seat.id === only.registrationId || seat.mainRegistrationId === only.registrationId
}
