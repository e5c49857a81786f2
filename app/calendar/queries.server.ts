import type { Kysely } from 'kysely'
import type { CalendarEvent } from './event-entry.ts'
import { isPublicRow } from './is-public.server.ts'
import type { CalendarSession } from './session-entry.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/** Events of these ids as entries need them, in the order of the ids; drafts are left out unless they are asked for. */
export async function calendarEvents(
  db: Kysely<Database>,
  ids: string[],
  language: string,
  { drafts = false }: { drafts?: boolean } = {},
): Promise<CalendarEvent[]> {
  const found = new Map<string, CalendarEvent>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE)
    const events = await db
      .selectFrom('events')
      .selectAll()
      .where('id', 'in', some)
      .$if(!drafts, (query) => query.where(isPublicRow))
      .execute()
    const texts = await db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title', 'summary'])
      .where('eventId', 'in', some)
      .execute()
    const names = await db.selectFrom('seriesTexts').select(['seriesId', 'language', 'shortName']).execute()
    const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
    const namesOf = Map.groupBy(names, ({ seriesId }) => seriesId)
    for (const event of events) {
      const text = inLanguage(textsOf.get(event.id) ?? [], language, event.language)
      const name = inLanguage(namesOf.get(event.seriesId) ?? [], language)
      found.set(event.id, {
        ...event,
        title: text?.title ?? event.slug,
        summary: text?.summary ?? '',
        seriesName: name?.shortName ?? '',
      })
    }
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The id of an event that the public may see. */
export async function publicEventId(db: Kysely<Database>, slug: string): Promise<string | null> {
  const row = await db.selectFrom('events').select('id').where('slug', '=', slug).where(isPublicRow).executeTakeFirst()
  return row?.id ?? null
}

/** Which sessions of an event: all, those of one track with those that are for everybody, or a single one. */
export interface SessionChoice {
  eventId: string
  trackId?: string
  sessionId?: string
}

/** The public sessions that are chosen, as a question to be finished. */
export function chosenSessions(db: Kysely<Database>, { eventId, trackId, sessionId }: SessionChoice) {
  return db
    .selectFrom('sessions')
    .where('sessions.eventId', '=', eventId)
    .where('sessions.isPublic', '=', 1)
    .$if(trackId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('sessions.trackId', '=', trackId!), eb('sessions.trackId', 'is', null)])),
    )
    .$if(sessionId !== undefined, (query) => query.where('sessions.id', '=', sessionId!))
}

/** Public sessions of an event, in the order of time, with the names of who speaks. */
export async function calendarSessions(db: Kysely<Database>, choice: SessionChoice): Promise<CalendarSession[]> {
  const chosen = chosenSessions(db, choice)
  const sessions = await chosen.selectAll().orderBy('startsAt').orderBy('id').execute()
  const people = await chosen
    .innerJoin('sessionPeople', 'sessionPeople.sessionId', 'sessions.id')
    .select(['sessionPeople.sessionId', 'sessionPeople.fullName'])
    .orderBy('sessionPeople.position')
    .execute()
  const peopleOf = Map.groupBy(people, (person) => person.sessionId)
  return sessions.map((session) => ({
    ...session,
    people: (peopleOf.get(session.id) ?? []).map(({ fullName }) => fullName),
  }))
}

/** The title of a track of a public event by its code; null when it has no such track. */
export async function findTrack(db: Kysely<Database>, eventId: string, code: string, language: string) {
  const track = await db
    .selectFrom('tracks')
    .select(['id', 'code', 'language'])
    .where('eventId', '=', eventId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!track) return null
  const texts = await db
    .selectFrom('trackTexts')
    .select(['language', 'title'])
    .where('trackId', '=', track.id)
    .execute()
  return { id: track.id, code: track.code, title: inLanguage(texts, language, track.language)?.title ?? track.code }
}
