import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The whole programme as those who make it see it, in the order of time. */
export async function listSessions(db: Kysely<Database>, eventId: string) {
  const [sessions, people] = await Promise.all([
    db
      .selectFrom('sessions')
      .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
      .select(['sessions.id', 'sessions.code', 'sessions.kind', 'sessions.title', 'sessions.language'])
      .select(['sessions.heldOn', 'sessions.startsTime', 'sessions.endsTime', 'sessions.startsAt', 'sessions.endsAt'])
      .select(['sessions.room', 'sessions.isPublic', 'sessions.isStreamed', 'sessions.trackId'])
      .select(['sessions.capacity', 'sessions.takesSignUps', 'sessions.signedUp', 'tracks.code as trackCode'])
      .where('sessions.eventId', '=', eventId)
      .orderBy('sessions.startsAt')
      .orderBy('tracks.position')
      .orderBy('sessions.id')
      .execute(),
    db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select(['sessionPeople.sessionId', 'sessionPeople.fullName', 'sessionPeople.email'])
      .where('sessions.eventId', '=', eventId)
      .orderBy('sessionPeople.position')
      .execute(),
  ])
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return sessions.map((session) => ({
    ...session,
    isPublic: session.isPublic === 1,
    isStreamed: session.isStreamed === 1,
    takesSignUps: session.takesSignUps === 1,
    people: (peopleOf.get(session.id) ?? []).map(({ fullName, email }) => ({ fullName, email })),
  }))
}

export type ListedSession = Awaited<ReturnType<typeof listSessions>>[number]
