import type { Kysely } from 'kysely'
import type { MailSite } from './mail-site.ts'
import type { WrittenCalendar } from './written-calendar.ts'
import { deadlineFile } from '#app/calendar/own/deadline-file.ts'
import { offerDeadline } from '#app/calendar/own/own-deadlines.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * The moment by which an offered seat is to be taken, as a file: the one that its page has. The link for taking it is
 * not in it: files are passed on.
 */
export async function offerCalendar(
  db: Kysely<Database>,
  site: MailSite,
  { entryId, language, now }: { entryId: string; language: string; now: Instant },
): Promise<WrittenCalendar | null> {
  const reader = { baseUrl: site.baseUrl, language: languageOf(language), now }
  const entry = await offerDeadline(db, entryId, reader)
  return entry && { way: 'file', isOff: entry.status === 'CANCELLED', body: deadlineFile(entry, site).body }
}
