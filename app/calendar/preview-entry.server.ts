import type { Kysely } from 'kysely'
import { type CalendarReader, eventEntry } from './event-entry.ts'
import { calendarEvents } from './queries.server.ts'
import { writeCalendar } from './write-calendar.ts'
import type { Database } from '#db/schema.ts'

/**
 * The entry of an event and the file that is written of it, for those who may see it before it is public. Null while it
 * has no exact date, for then no calendar can show it.
 */
export async function previewEntry(
  db: Kysely<Database>,
  reader: CalendarReader & { uidDomain: string },
  eventId: string,
) {
  const [event] = await calendarEvents(db, [eventId], reader.language, { drafts: true })
  const entry = event && eventEntry(event, reader)
  if (!entry) return null
  const file = writeCalendar({ name: event.title, sourceUrl: null, entries: [entry] }, reader.uidDomain)
  return { entry, file, isDraft: event.status === 'draft' }
}
