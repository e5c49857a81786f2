import type { Kysely } from 'kysely'
import type { Snapshot } from './snapshot.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/** The public programme of an event as it is now. */
export async function loadSnapshot(db: Kysely<Database>, eventId: string): Promise<Snapshot> {
  const { zone } = await db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow()
  const sessions = await db
    .selectFrom('sessions')
    .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
    .select(['sessions.id', 'sessions.code', 'sessions.kind', 'sessions.title', 'sessions.language'])
    .select(['sessions.interpretation', 'sessions.heldOn', 'sessions.startsTime', 'sessions.endsTime'])
    .select(['sessions.startsAt', 'sessions.endsAt', 'sessions.room', 'sessions.isStreamed', 'sessions.abstract'])
    .select('tracks.code as track')
    .where('sessions.eventId', '=', eventId)
    .where('sessions.isPublic', '=', 1)
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .execute()
  const people = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessionPeople.sessionId', 'sessionPeople.role', 'sessionPeople.fullName', 'sessionPeople.affiliation'])
    .where('sessions.eventId', '=', eventId)
    .where('sessions.isPublic', '=', 1)
    .orderBy('sessionPeople.position')
    .orderBy('sessionPeople.id')
    .execute()
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return {
    zone,
    sessions: sessions.map((session) => ({
      ...session,
      isStreamed: session.isStreamed === 1,
      abstract: session.abstract === '' ? '' : hashOf(session.abstract).slice(0, 16),
      people: (peopleOf.get(session.id) ?? []).map(({ sessionId: _, ...person }) => person),
    })),
  }
}
