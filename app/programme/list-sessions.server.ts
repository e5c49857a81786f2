import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The whole programme as those who make it see it, in the order of time. */
export async function listSessions(db: Kysely<Database>, eventId: string) {
  const sessions = await db
    .selectFrom('sessions')
    .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
    .select(['sessions.id', 'sessions.title', 'sessions.heldOn', 'sessions.startsTime', 'sessions.endsTime'])
    .select([
      'sessions.startsAt',
      'sessions.room',
      'sessions.isPublic',
      'sessions.language',
      'tracks.code as trackCode',
    ])
    .where('sessions.eventId', '=', eventId)
    .orderBy('sessions.startsAt')
    .orderBy('tracks.position')
    .orderBy('sessions.id')
    .execute()
  const people = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select((eb) => ['sessionPeople.sessionId', eb.fn.countAll().as('count')])
    .where('sessions.eventId', '=', eventId)
    .groupBy('sessionPeople.sessionId')
    .execute()
  const counts = new Map(people.map(({ sessionId, count }) => [sessionId, Number(count)]))
  return sessions.map((session) => ({
    ...session,
    isPublic: session.isPublic === 1,
    people: counts.get(session.id) ?? 0,
  }))
}
