import type { Kysely } from 'kysely'
import type { CalendarEntry } from './calendar-entry.ts'
import { type CalendarEvent, type CalendarReader, eventEntry } from './event-entry.ts'
import { calendarEvents, calendarSessions, type SessionChoice } from './queries.server.ts'
import { sessionEntry } from './session-entry.ts'
import type { Database } from '#db/schema.ts'

/** The entries of these events, in the order of the ids; left out is what the public may not see or has no exact date. */
export async function entriesOfEvents(
  db: Kysely<Database>,
  reader: CalendarReader,
  ids: string[],
): Promise<{ events: CalendarEvent[]; entries: CalendarEntry[] }> {
  const events = await calendarEvents(db, ids, reader.language)
  return { events, entries: events.flatMap((event) => eventEntry(event, reader) ?? []) }
}

/**
 * The entries of the public sessions of a public event, or of those that are chosen; null when there is no such event.
 * The event is read last: its facts are in every session's entry, and a change between the two raises the sessions'
 * SEQUENCE, so what is kept under the old one may be new, and never the other way round.
 */
export async function entriesOfProgramme(
  db: Kysely<Database>,
  reader: CalendarReader,
  choice: SessionChoice,
): Promise<{ event: CalendarEvent; entries: CalendarEntry[] } | null> {
  const sessions = await calendarSessions(db, choice)
  const [event] = await calendarEvents(db, [choice.eventId], reader.language)
  if (!event) return null
  return { event, entries: sessions.map((session) => sessionEntry(session, event, reader)) }
}
