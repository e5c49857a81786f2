import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { lockCall } from '../decisions/lock-call.server.ts'
import { type AssignBy, planAssignment } from './plan-assignment.ts'
import { readAssignment } from './read-assignment.server.ts'
import { tellReviewers } from './tell-reviewers.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface AssignReviews {
  call: Pick<Call, 'id' | 'eventId' | 'reviewersEach' | 'thirdGap'>
  by: AssignBy
  /** One more reviewer where two differ too much, and nothing else. */
  thirds?: boolean
  actor: Actor
  now: Instant
}

/** As many rows as one statement takes on both databases. */
const AT_ONCE = 200

/**
 * Gives every application the reviewers that it lacks, in one go, and tells each reviewer once. Again is without
 * effect. What is done is planned anew in the transaction: of two organizers who press at once, the second adds nothing.
 */
export async function assignReviews(
  db: Kysely<Database>,
  { call, by, thirds = false, actor, now }: AssignReviews,
): Promise<Result<{ assigned: number; short: number }, 'gone' | 'call-cancelled' | 'busy'>> {
  return await transact<{ assigned: number; short: number }, 'gone' | 'call-cancelled'>(db, async (db) => {
    await lockCall(db, call.id)
    const { applications, reviewers } = await readAssignment(db, call, { thirds })
    const { pairs, short } = planAssignment(applications, reviewers, by)
    for (let at = 0; at < pairs.length; at += AT_ONCE)
      await db
        .insertInto('reviews')
        .ignore()
        .values(
          pairs.slice(at, at + AT_ONCE).map((pair) => newReview({ callId: call.id, ...pair, thirds, actor, now })),
        )
        .execute()
    const batchId = newId(now)
    await tellReviewers(db, { call, accountIds: pairs.map(({ accountId }) => accountId), occasion: batchId, now })
    if (pairs.length > 0)
      await recordAudit(db, now, [
        {
          actor,
          action: 'review.assigned',
          objectKind: 'call',
          objectId: call.id,
          eventId: call.eventId,
          after: { by, thirds, batchId, assigned: pairs.length },
        },
      ])
    return { assigned: pairs.length, short: short.length }
  })
}

interface Assigned {
  callId: string
  applicationId: string
  accountId: string
  thirds: boolean
  actor: Actor
  now: Instant
}

export function newReview({ callId, applicationId, accountId, thirds, actor, now }: Assigned) {
  return {
    id: newId(now),
    callId,
    applicationId,
    accountId,
    state: 'assigned' as const,
    isThird: thirds ? (1 as const) : (0 as const),
    privateComment: '',
    sharedComment: '',
    reason: '',
    total: null,
    version: 1,
    assignedBy: actor.id ?? null,
    assignedAt: now,
    savedAt: null,
    submittedAt: null,
  }
}
