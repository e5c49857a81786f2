import type { Kysely } from 'kysely'
import type { MailSite } from './mail-site.ts'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import type { Database } from '#db/schema.ts'

/** The calendar of an event as it goes with a mail; null when no calendar can show it. */
export async function eventAttachment(
  db: Kysely<Database>,
  { baseUrl, uidDomain }: MailSite,
  event: { id: string; slug: string },
  reader: string,
): Promise<string | null> {
  const language = languageOf(reader)
  const site = { baseUrl, uidDomain, language, prefix: `/${language}` }
  const { body, changes } = await eventCalendar(db, site, { ids: [event.id], address: `/events/${event.slug}.ics` })
  return changes.length > 0 ? body : null
}
