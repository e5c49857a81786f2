import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { isScored } from './list-criteria.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Removes a criterion with what reviewers have begun to score by it; refused once a review was handed in. */
export async function removeCriterion(
  db: Kysely<Database>,
  { criterionId, ...change }: CallChange & { criterionId: string },
): Promise<Result<null, 'gone' | 'rubric-scored' | 'busy'>> {
  return await changeCall<null, 'gone' | 'rubric-scored'>(db, change, async (db, call) => {
    const criterion = await db
      .selectFrom('callCriteria')
      .select(['code', 'maximum'])
      .where('id', '=', criterionId)
      .where('callId', '=', call.id)
      .executeTakeFirst()
    if (!criterion) throw new Refused({ code: 'gone' as const })
    if (await isScored(db, call.id)) throw new Refused({ code: 'rubric-scored' as const })
    await db.deleteFrom('reviewScores').where('criterionId', '=', criterionId).execute()
    await db.deleteFrom('callCriterionWeights').where('criterionId', '=', criterionId).execute()
    await db.deleteFrom('callCriterionTexts').where('criterionId', '=', criterionId).execute()
    await db.deleteFrom('callCriteria').where('id', '=', criterionId).execute()
    const object = { objectKind: 'criterion', objectId: criterionId }
    return { value: null, done: { action: 'criterion.removed', ...object, before: criterion } }
  })
}
