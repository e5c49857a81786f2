import type { Kysely } from 'kysely'
import { type OwnWords, ownWords } from './own-words.ts'
import type { CalendarReader } from '#app/calendar/event-entry.ts'
import { calendarEvents, calendarSessions } from '#app/calendar/queries.server.ts'
import type { ReadEntry } from '#app/calendar/reading/read-entry.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import type { Database } from '#db/schema.ts'

/** Where the installation is, and what stands behind its UIDs. */
export interface ImportSite {
  baseUrl: string
  uidDomain: string
}

/** A file that we wrote is of one event; of more than these nobody has put one together. */
const MOST_EVENTS = 5

/**
 * What we say ourselves, in any language, of the sessions that these entries are of: those that the public may see, of
 * whichever event. A file of somebody else costs no query.
 */
export async function loadOwnWords(
  db: Kysely<Database>,
  entries: ReadEntry[],
  { baseUrl, uidDomain }: ImportSite,
): Promise<Map<string, OwnWords>> {
  const ids = entries.flatMap(({ uid }) =>
    uid.startsWith('session-') && uid.endsWith(`@${uidDomain}`) ? [uid.slice(8, -1 - uidDomain.length)] : [],
  )
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('sessions')
    .select('eventId')
    .distinct()
    .where('id', 'in', ids)
    .orderBy('eventId')
    .limit(MOST_EVENTS)
    .execute()
  const words = new Map<string, OwnWords>()
  const readers = LANGUAGES.flatMap(({ code }): CalendarReader[] =>
    (['public', 'participants'] as const).map((audience) => ({ baseUrl, language: code, audience })),
  )
  for (const { eventId } of found) {
    const written = []
    for (const { code } of LANGUAGES) {
      const [event] = await calendarEvents(db, [eventId], code)
      if (event)
        written.push(...readers.filter(({ language }) => language === code).map((reader) => ({ event, reader })))
    }
    if (written.length === 0) continue
    for (const session of await calendarSessions(db, { eventId })) words.set(session.id, ownWords(session, written))
  }
  return words
}
