import type { Kysely } from 'kysely'
import type { SessionPerson } from './session-facts.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Puts these people, in this order, in the place of those whom the sessions had. */
export async function writePeople(
  db: Kysely<Database>,
  { sessionIds, people, now }: { sessionIds: string[]; people: SessionPerson[]; now: Instant },
): Promise<void> {
  await db.deleteFrom('sessionPeople').where('sessionId', 'in', sessionIds).execute()
  const rows = sessionIds.flatMap((sessionId) =>
    people.map(({ role, fullName, latinName, affiliation, email }, position) => ({
      id: newId(now),
      sessionId,
      position,
      role,
      fullName,
      latinName: latinName || null,
      affiliation: affiliation || null,
      email: email ?? null,
    })),
  )
  if (rows.length > 0) await db.insertInto('sessionPeople').values(rows).execute()
}
