import type { Kysely } from 'kysely'
import { tellReviewers } from './tell-reviewers.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** So long before reviews are due who has some open is reminded, once. */
const BEFORE_MINUTES = 3 * 24 * 60

/** Reminds the reviewers of calls whose reviews are due in three days. Again without effect. */
export async function remindReviewers(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const open = await db
    .selectFrom('reviews')
    .innerJoin('calls', 'calls.id', 'reviews.callId')
    .select(['calls.id', 'calls.eventId', 'calls.reviewUntilAt', 'reviews.accountId'])
    .distinct()
    .where('calls.status', 'in', ['open', 'closed'])
    .where('calls.reviewUntilAt', '>', now)
    .where('calls.reviewUntilAt', '<=', addMinutes(now, BEFORE_MINUTES))
    .where('reviews.state', 'in', ['assigned', 'started'])
    // Whoever was given something a moment ago has just heard of it.
    .where('reviews.assignedAt', '<', addMinutes(now, -24 * 60))
    .execute()
  for (const [, own] of Map.groupBy(open, ({ id }) => id)) {
    const [{ id, eventId, reviewUntilAt }] = own as [(typeof own)[number]]
    const accountIds = own.map(({ accountId }) => accountId)
    await transact(db, (db) =>
      tellReviewers(db, { call: { id, eventId }, accountIds, occasion: `${reviewUntilAt}`, isReminder: true, now }),
    )
  }
  return open.length
}
