import type { Kysely } from 'kysely'
import { type CalendarReader, eventEntry } from './event-entry.ts'
import { calendarEvents, calendarSessions } from './queries.server.ts'
import { sessionEntry } from './session-entry.ts'
import { writeCalendar } from './write-calendar.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface CalendarSite extends CalendarReader {
  uidDomain: string
}

export interface WrittenCalendar {
  body: string
  /** The moments at which what is in it last changed. */
  changes: Instant[]
}

/**
 * These events as one calendar, in the order of the ids; left out is what has no exact date. `address` is where the
 * calendar is kept current, as a path with its query; the name of a calendar of one event may be left out.
 */
export async function eventCalendar(
  db: Kysely<Database>,
  site: CalendarSite,
  { ids, name, address }: { ids: string[]; name?: string; address: string },
): Promise<WrittenCalendar> {
  const events = await calendarEvents(db, ids, site.language)
  const entries = events.flatMap((event) => eventEntry(event, site) ?? [])
  const sourceUrl = `${site.baseUrl}${site.prefix}${address}`
  const body = writeCalendar({ name: name ?? events[0]?.title ?? '', sourceUrl, entries }, site.uidDomain)
  return { body, changes: entries.map(({ updatedAt }) => updatedAt) }
}

/** The public sessions of a public event as a calendar; null when there is no such event. */
export async function programmeCalendar(
  db: Kysely<Database>,
  site: CalendarSite,
  { eventId, address }: { eventId: string; address: string },
): Promise<WrittenCalendar | null> {
  const [event] = await calendarEvents(db, [eventId], site.language)
  if (!event) return null
  const entries = (await calendarSessions(db, eventId)).map((session) => sessionEntry(session, event, site))
  const name = translator(site.language)('event.ics.programme', { title: event.title })
  const sourceUrl = `${site.baseUrl}${site.prefix}${address}`
  const body = writeCalendar({ name, sourceUrl, entries }, site.uidDomain)
  return { body, changes: entries.map(({ updatedAt }) => updatedAt) }
}
