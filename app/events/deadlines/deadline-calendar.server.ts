import type { Kysely } from 'kysely'
import { deadlineEntries } from './deadline-entries.server.ts'
import type { DeadlineKind } from './known-dates.ts'
import { type CalendarSite, type WrittenCalendar, writtenCalendar } from '#app/calendar/event-calendar.server.ts'
import { translator } from '#app/locales/translate.ts'
import type { Database } from '#db/schema.ts'

/**
 * The deadlines of an event that the public sees as a calendar: all of them, or the one of that kind. Null when there
 * is no such event, or never was such a deadline.
 */
export async function deadlineCalendar(
  db: Kysely<Database>,
  site: CalendarSite,
  { eventId, kind, address }: { eventId: string; kind?: DeadlineKind; address: string },
): Promise<WrittenCalendar | null> {
  const [event] = await deadlineEntries(db, site, [eventId])
  if (!event) return null
  const shown = event.entries.filter((one) => kind === undefined || one.kind === kind).map(({ entry }) => entry)
  if (kind !== undefined && shown.length === 0) return null
  const name = translator(site.language)('calendar.deadline.calendar', { title: event.title })
  return writtenCalendar(shown, { name, address }, site)
}
