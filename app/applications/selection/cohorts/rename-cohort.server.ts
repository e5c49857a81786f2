import type { Kysely } from 'kysely'
import type { CohortCall } from './cohort.ts'
import { touchCohort } from './touch-cohort.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives a cohort another name. */
export async function renameCohort(
  db: Kysely<Database>,
  input: { call: CohortCall; cohortId: string; version: number; name: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'stale' | 'busy'>> {
  const { call, cohortId, version, name, now, actor } = input
  return await transact<void, 'gone' | 'stale'>(db, async (db) => {
    await touchCohort(db, { callId: call.id, cohortId, version, now })
    await db.updateTable('cohorts').set({ name }).where('id', '=', cohortId).execute()
    const object = { objectKind: 'cohort', objectId: cohortId, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.renamed', ...object, after: { name } }])
  })
}
