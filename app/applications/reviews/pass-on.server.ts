import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { findReview } from './find-review.server.ts'
import { recountApplication } from './recount-application.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface PassOn {
  call: Pick<Call, 'id' | 'eventId'>
  number: number
  accountId: string
  /** `conflict`: they know the person, and see the application never again. */
  as: 'conflict' | 'skipped'
  /** Why it is skipped, for the organizers. */
  why?: string
  now: Instant
}

/**
 * Gives an application back for another reviewer. What was written of it until then counts no longer; of a conflict it
 * is not kept either.
 */
export async function passOn(
  db: Kysely<Database>,
  { call, number, accountId, as, why = '', now }: PassOn,
): Promise<Result<void, 'review-not-yours' | 'busy'>> {
  return await transact<void, 'review-not-yours'>(db, async (db) => {
    const review = await findReview(db, { callId: call.id, number, accountId })
    if (!review) throw new Refused({ code: 'review-not-yours' })
    const emptied = { privateComment: '', reason: '', total: null }
    const { numUpdatedRows } = await db
      .updateTable('reviews')
      .set({
        state: as,
        sharedComment: why,
        version: review.version + 1,
        savedAt: now,
        submittedAt: null,
        ...(as === 'conflict' ? emptied : { total: null }),
      })
      .where('id', '=', review.id)
      .where('state', 'in', ['assigned', 'started', 'submitted'])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'review-not-yours' })
    await db.deleteFrom('reviewScores').where('reviewId', '=', review.id).execute()
    if (review.state === 'submitted') await recountApplication(db, review.applicationId)
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: as === 'conflict' ? 'review.conflict-declared' : 'review.skipped',
        objectKind: 'review',
        objectId: review.id,
        eventId: call.eventId,
        after: { applicationId: review.applicationId },
      },
    ])
  })
}
