import type { Kysely } from 'kysely'
import type { CohortCall } from './cohort.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a cohort that is not the chosen one. Decisions that were made of it stay. */
export async function removeCohort(
  db: Kysely<Database>,
  {
    call,
    cohortId,
    now,
    actor,
  }: { call: Pick<CohortCall, 'id' | 'eventId'>; cohortId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'cohort-chosen' | 'busy'>> {
  return await transact<void, 'gone' | 'cohort-chosen'>(db, async (db) => {
    const cohort = await db
      .selectFrom('cohorts')
      .select(['name', 'isChosen'])
      .where('id', '=', cohortId)
      .where('callId', '=', call.id)
      .executeTakeFirst()
    if (!cohort) throw new Refused({ code: 'gone' as const })
    await db.deleteFrom('cohortMembers').where('cohortId', '=', cohortId).execute()
    const { numDeletedRows } = await db
      .deleteFrom('cohorts')
      .where('id', '=', cohortId)
      .where('isChosen', '=', 0)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new Refused({ code: 'cohort-chosen' as const })
    const object = { objectKind: 'cohort', objectId: cohortId, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.removed', ...object, before: { name: cohort.name } }])
  })
}
