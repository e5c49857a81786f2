import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Notes up to when somebody has seen the changes of a list; it never goes back. */
export async function markChangesSeen(
  db: Kysely<Database>,
  { accountId, eventId, seenAt }: { accountId: string; eventId: string; seenAt: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    await db.insertInto('rosterReadings').ignore().values({ accountId, eventId, seenAt }).execute()
    await db
      .updateTable('rosterReadings')
      .set({ seenAt })
      .where('accountId', '=', accountId)
      .where('eventId', '=', eventId)
      .where('seenAt', '<', seenAt)
      .execute()
  })
}
