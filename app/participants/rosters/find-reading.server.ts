import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Up to when somebody has seen the changes of a list; null when they never looked. */
export async function findReading(
  db: Kysely<Database>,
  { eventId, accountId }: { eventId: string; accountId: string },
): Promise<Instant | null> {
  const row = await db
    .selectFrom('rosterReadings')
    .select('seenAt')
    .where('eventId', '=', eventId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row?.seenAt ?? null
}
