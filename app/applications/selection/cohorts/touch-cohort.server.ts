import { type Kysely, sql } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Holds a cohort for a change, as its form was filled in over it: one guarded update, so that of two who change it at
 * once the second is told.
 * @throws Refused `gone`, `stale`.
 */
export async function touchCohort(
  db: Kysely<Database>,
  { callId, cohortId, version, now }: { callId: string; cohortId: string; version: number; now: Instant },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('cohorts')
    .set({ version: sql`version + 1`, updatedAt: now })
    .where('id', '=', cohortId)
    .where('callId', '=', callId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return
  const known = await db
    .selectFrom('cohorts')
    .select('id')
    .where('id', '=', cohortId)
    .where('callId', '=', callId)
    .executeTakeFirst()
  throw new Refused({ code: known ? ('stale' as const) : ('gone' as const) })
}
