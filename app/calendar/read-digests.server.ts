import type { Kysely } from 'kysely'
import { eventDigest, sessionDigest } from './facts-digest.ts'
import { isPublic } from './is-public.server.ts'
import type { Database } from '#db/schema.ts'

/** What calendars may show, an event or a session: the digest stored with it, and the one that is true now. */
export interface Digested {
  id: string
  stored: string
  /** Null while calendars may not show it. */
  actual: string | null
}

/**
 * The digests of these events and of all their sessions, in five queries. `eventIds` must not be empty, nor more than a
 * statement takes. To be asked in the transaction that has changed the events' own rows: its lock keeps others out.
 */
export async function readDigests(
  db: Kysely<Database>,
  eventIds: string[],
): Promise<{ events: Digested[]; sessions: Digested[] }> {
  const rows = await readRows(db, eventIds)
  const textsOf = Map.groupBy(rows.texts, ({ eventId }) => eventId)
  const namesOf = Map.groupBy(rows.names, ({ seriesId }) => seriesId)
  const peopleOf = Map.groupBy(rows.people, ({ sessionId }) => sessionId)
  const sessionsOf = Map.groupBy(rows.sessions, ({ eventId }) => eventId)
  const events: Digested[] = []
  const sessions: Digested[] = []
  for (const event of rows.events) {
    const texts = (textsOf.get(event.id) ?? []).map(({ eventId: _, ...text }) => text)
    const names = (namesOf.get(event.seriesId) ?? []).map(({ seriesId: _, ...name }) => name)
    const isShown = isPublic(event)
    const actual = isShown ? eventDigest(event, texts, names) : null
    events.push({ id: event.id, stored: event.calendarDigest, actual })
    for (const session of sessionsOf.get(event.id) ?? []) {
      const people = (peopleOf.get(session.id) ?? []).map(({ fullName }) => fullName)
      const isToo = isShown && session.isPublic === 1
      const actual = isToo ? sessionDigest(session, people, event, texts, names) : null
      sessions.push({ id: session.id, stored: session.calendarDigest, actual })
    }
  }
  return { events, sessions }
}

async function readRows(db: Kysely<Database>, ids: string[]) {
  const events = await db.selectFrom('events').selectAll().where('id', 'in', ids).execute()
  return {
    events,
    texts: await db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title', 'summary'])
      .where('eventId', 'in', ids)
      .orderBy('language')
      .execute(),
    names: await db
      .selectFrom('seriesTexts')
      .select(['seriesId', 'language', 'shortName'])
      .where('seriesId', 'in', db.selectFrom('events').select('seriesId').where('id', 'in', ids))
      .orderBy('language')
      .execute(),
    sessions: await db
      .selectFrom('sessions')
      .select(['id', 'eventId', 'isPublic', 'title', 'abstract', 'startsAt', 'endsAt', 'room', 'isStreamed'])
      .select(['streamUrl', 'calendarDigest'])
      .where('eventId', 'in', ids)
      .execute(),
    people: await db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select(['sessionPeople.sessionId', 'sessionPeople.fullName'])
      .where('sessions.eventId', 'in', ids)
      .where('sessions.isPublic', '=', 1)
      .orderBy('sessionPeople.position')
      .execute(),
  }
}
