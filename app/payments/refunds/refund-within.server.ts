import type { Kysely } from 'kysely'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { findRefundAttempt, type RefundAttempt } from './refund-attempts.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * An attempt that somebody in finance may decide about, with its order locked.
 * @throws Refused `refund-unknown` outside their reach.
 */
export async function refundWithin(
  db: Kysely<Database>,
  { attemptId, reach }: { attemptId: string; reach: Reach },
): Promise<RefundAttempt> {
  const found = await moneyWithin(db, reach)
    .innerJoin('refundAttempts', 'refundAttempts.orderId', 'orders.id')
    .select('orders.id as orderId')
    .where('refundAttempts.id', '=', attemptId)
    .executeTakeFirst()
  if (!found) throw new Refused({ code: 'refund-unknown' })
  await lockOrder(db, found.orderId)
  return (await findRefundAttempt(db, attemptId))!
}
