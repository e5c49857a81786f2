import type { Kysely } from 'kysely'
import type { Written } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import type { MailOwner } from './own-calendar.server.ts'
import { programmeReaders } from './programme-readers.server.ts'
import type { WrittenCalendar } from './written-calendar.ts'
import { sessionEntry } from '#app/calendar/session-entry.ts'
import { calendarEvents, calendarSessions } from '#app/calendar/queries.server.ts'
import { writeCalendar } from '#app/calendar/write-calendar.ts'
import { languageOf } from '#app/locales/languages.ts'
import type { Database } from '#db/schema.ts'
import { changesFor, programmeChanged } from '#emails/programme-changed.ts'

/** What a version of a programme changed, for one reader: only what concerns them, with those sessions as a calendar. */
export async function programmeLetter(
  db: Kysely<Database>,
  site: MailSite,
  owner: MailOwner,
  { eventId, number }: { eventId: string; number: number },
): Promise<Written> {
  const language = languageOf(owner.language)
  const event = await mailEvent(db, site, eventId, language)
  if (event?.status !== 'published') return { withdrawn: 'outdated' }
  const versions = await db
    .selectFrom('programmeVersions')
    .select(['number', 'note', 'content', 'releasedAt'])
    .where('eventId', '=', eventId)
    .where('number', 'in', [number - 1, number])
    .orderBy('number')
    .execute()
  const [before, after] = versions
  const [reader] = await programmeReaders(db, { eventId, only: owner.recipientKey })
  if (!before || !after) return { withdrawn: 'gone' }
  if (!reader) return { withdrawn: 'outdated' }
  const changes = changesFor(before.content, after.content, reader.standing)
  if (changes.length === 0) return { withdrawn: 'outdated' }
  const ids = changes.flatMap((change) => (change.is === 'removed' ? [] : [change.after.id]))
  const calendar = event.isPostponed ? null : await sessionsFile(db, site, { eventId, language, ids })
  const letter = programmeChanged({
    language,
    event,
    version: { number, note: after.note, releasedAt: after.releasedAt },
    changes,
    zone: event.zone,
    recipientName: owner.recipientName || owner.recipientEmail,
    programmeUrl: addressOf(site, language, `/events/${event.slug}/programme`),
    calendar,
  })
  return { letter, replyTo: event.contactEmail, calendar }
}

/** The sessions as they are now, for those who may know the rooms; those that are gone are in no file. */
async function sessionsFile(
  db: Kysely<Database>,
  site: MailSite,
  { eventId, language, ids }: { eventId: string; language: ReturnType<typeof languageOf>; ids: string[] },
): Promise<WrittenCalendar | null> {
  const [event] = await calendarEvents(db, [eventId], language)
  const sessions = event ? await calendarSessions(db, { eventId }) : []
  const reader = { baseUrl: site.baseUrl, language, audience: 'participants' } as const
  const entries = sessions.filter(({ id }) => ids.includes(id)).map((session) => sessionEntry(session, event!, reader))
  if (entries.length === 0) return null
  const body = writeCalendar({ name: event!.title, sourceUrl: null, entries }, site.uidDomain)
  return { way: 'file', isOff: false, body }
}
