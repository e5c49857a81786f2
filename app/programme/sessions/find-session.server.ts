import type { Kysely } from 'kysely'
import { seenFacts, sessionFacts, type SessionPerson } from './session-facts.ts'
import type { Database } from '#db/schema.ts'

/** A session of the event with its people, as the form shows it; null when the event has no such session. */
export async function findSession(
  db: Kysely<Database>,
  { eventId, sessionId }: { eventId: string; sessionId: string },
) {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!session) return null
  const rows = await db
    .selectFrom('sessionPeople')
    .select(['role', 'fullName', 'latinName', 'affiliation', 'email'])
    .where('sessionId', '=', sessionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const people: SessionPerson[] = rows.map((row) => ({
    ...row,
    latinName: row.latinName ?? '',
    affiliation: row.affiliation ?? '',
    email: row.email ?? undefined,
  }))
  const facts = sessionFacts(session, people)
  return { session, people, facts, seen: seenFacts(facts) }
}

export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSession>>>
