import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { lockCall } from '../decisions/lock-call.server.ts'
import { newReview } from './assign-reviews.server.ts'
import { readAssignment } from './read-assignment.server.ts'
import { tellReviewers } from './tell-reviewers.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type ByHandRefusal = 'review-no-application' | 'review-barred' | 'review-has' | 'gone' | 'call-cancelled'

interface ByHand {
  call: Pick<Call, 'id' | 'eventId' | 'reviewersEach' | 'thirdGap'>
  number: number
  accountId: string
  actor: Actor
  now: Instant
}

/**
 * Gives one application to one reviewer, whatever the call's number is. Refused: `review-no-application` (none of that
 * number is waiting), `review-barred` (a conflict), `review-has` (they have it already).
 */
export async function assignByHand(
  db: Kysely<Database>,
  { call, number, accountId, actor, now }: ByHand,
): Promise<Result<void, ByHandRefusal | 'busy'>> {
  return await transact<void, ByHandRefusal>(db, async (db) => {
    await lockCall(db, call.id)
    const { applications, reviewers } = await readAssignment(db, call)
    const found = await db
      .selectFrom('applications')
      .select('id')
      .where('callId', '=', call.id)
      .where('number', '=', number)
      .executeTakeFirst()
    const application = applications.find(({ id }) => id === found?.id)
    if (!application || !reviewers.some((one) => one.accountId === accountId))
      throw new Refused({ code: 'review-no-application', field: 'number' })
    if (application.has.includes(accountId)) throw new Refused({ code: 'review-has', field: 'accountId' })
    const retaken = await db
      .updateTable('reviews')
      .set((row) => ({ state: 'assigned' as const, version: row('version', '+', 1) }))
      .where('applicationId', '=', application.id)
      .where('accountId', '=', accountId)
      .where('state', '=', 'skipped')
      .executeTakeFirst()
    if (retaken.numUpdatedRows === 0n) {
      if (application.barred.includes(accountId)) throw new Refused({ code: 'review-barred', field: 'accountId' })
      await db
        .insertInto('reviews')
        .values(newReview({ callId: call.id, applicationId: application.id, accountId, thirds: false, actor, now }))
        .execute()
    }
    await tellReviewers(db, { call, accountIds: [accountId], occasion: newId(now), now })
    await recordAudit(db, now, [
      {
        actor,
        action: 'review.assigned',
        objectKind: 'call',
        objectId: call.id,
        eventId: call.eventId,
        after: { by: 'hand', applicationId: application.id, accountId },
      },
    ])
  })
}
