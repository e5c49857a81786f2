import type { Kysely } from 'kysely'
import type { CohortCall } from './cohort.ts'
import { touchCohort } from './touch-cohort.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Makes a cohort the one that decisions are made from; the one before it is not any more. */
export async function chooseCohort(
  db: Kysely<Database>,
  input: { call: CohortCall; cohortId: string; version: number; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'stale' | 'busy'>> {
  const { call, cohortId, version, now, actor } = input
  return await transact<void, 'gone' | 'stale'>(db, async (db) => {
    await lockEvent(db, call.eventId)
    await touchCohort(db, { callId: call.id, cohortId, version, now })
    await db
      .updateTable('cohorts')
      .set({ isChosen: 0 })
      .where('callId', '=', call.id)
      .where('isChosen', '=', 1)
      .execute()
    await db.updateTable('cohorts').set({ isChosen: 1 }).where('id', '=', cohortId).execute()
    const object = { objectKind: 'cohort', objectId: cohortId, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.chosen', ...object, after: { callId: call.id } }])
  })
}
