import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What the home of a workshop says of its event: one query. */
export async function taughtEvent(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('events')
    .select(['startsOn', 'endsOn', 'startsAt', 'endsAt', 'zone', 'city', 'country', 'venue', 'format', 'language'])
    .select(['status', 'postponedAt', 'contactEmail'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
}
