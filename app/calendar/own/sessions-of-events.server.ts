import type { Kysely } from 'kysely'
import type { AgendaSession } from './agenda-entries.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/** The public sessions of these events with who speaks, by event, in two queries for each five hundred. */
export async function sessionsOfEvents(
  db: Kysely<Database>,
  eventIds: string[],
): Promise<Map<string, AgendaSession[]>> {
  const found: AgendaSession[] = []
  for (let from = 0; from < eventIds.length; from += AT_ONCE) {
    const chosen = db
      .selectFrom('sessions')
      .where('sessions.eventId', 'in', eventIds.slice(from, from + AT_ONCE))
      .where('sessions.isPublic', '=', 1)
    const sessions = await chosen.selectAll().execute()
    const people = await chosen
      .innerJoin('sessionPeople', 'sessionPeople.sessionId', 'sessions.id')
      .select(['sessionPeople.sessionId', 'sessionPeople.fullName'])
      .orderBy('sessionPeople.position')
      .execute()
    const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
    for (const session of sessions)
      found.push({ ...session, people: (peopleOf.get(session.id) ?? []).map(({ fullName }) => fullName) })
  }
  return Map.groupBy(found, ({ eventId }) => eventId)
}
