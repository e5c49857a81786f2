import type { Kysely } from 'kysely'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const MINUTES_A_DAY = 24 * 60

/**
 * Deletes what has served its time: counted attempts and used or expired links after a day, ended sign-ins, forms
 * that were left half done and invitations that nobody took up after a month.
 */
export async function forgetExpired(db: Kysely<Database>, { now }: { now: Instant }): Promise<Result<void, 'busy'>> {
  const [aDayAgo, aMonthAgo] = [addMinutes(now, -MINUTES_A_DAY), addMinutes(now, -30 * MINUTES_A_DAY)]
  return await transact(db, async (db) => {
    await db.deleteFrom('attempts').where('windowAt', '<', aDayAgo).execute()
    await db.deleteFrom('signInLinks').where('expiresAt', '<', aDayAgo).execute()
    await db
      .deleteFrom('signIns')
      .where((row) => row.or([row('endedAt', '<', aMonthAgo), row('expiresAt', '<', aMonthAgo)]))
      .execute()
    await db.deleteFrom('invitations').where('acceptedAt', 'is', null).where('expiresAt', '<', aMonthAgo).execute()
    await db.deleteFrom('formDrafts').where('savedAt', '<', aMonthAgo).execute()
  })
}
