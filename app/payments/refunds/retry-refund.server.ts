import type { Kysely } from 'kysely'
import type { Gateways } from '../gateway.ts'
import type { RefundCause } from './refund-states.ts'
import { refundWithin } from './refund-within.server.ts'
import { requestRefund } from './request-refund.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type RetryRefusal = 'refund-unknown' | 'refund-decided' | 'refund-too-much'

/** Tries once more to give back what failed, by the way it came or by another; once for each failure. */
export async function retryRefund(
  db: Kysely<Database>,
  gateways: Gateways,
  {
    attemptId,
    way,
    accountId,
    reach,
    now,
  }: { attemptId: string; way: 'as-paid' | 'bank' | 'cash'; accountId: string; reach: Reach; now: Instant },
): Promise<Result<{ attemptIds: string[] }, RetryRefusal | 'busy'>> {
  return await transact<{ attemptIds: string[] }, RetryRefusal>(db, async (db) => {
    const attempt = await refundWithin(db, { attemptId, reach })
    const open = await db
      .selectFrom('financeEntries')
      .select('id')
      .where('kind', '=', 'refund-failed')
      .where('subject', '=', attemptId)
      .where('resolvedAt', 'is', null)
      .executeTakeFirst()
    if (attempt.state !== 'failed' || !open) throw new Refused({ code: 'refund-decided' })
    const actor = { kind: 'account' as const, id: accountId }
    const { orderId, amountMinor, currency, reason } = attempt
    const asked = await requestRefund(db, gateways, {
      orderId,
      amount: { amountMinor, currency },
      cause: reason as RefundCause,
      way,
      now,
      actor,
    })
    if (!asked.ok) throw new Refused(...asked.refusals)
    await settleEntries(db, { kinds: ['refund-failed'], subject: attemptId }, { now, actor })
    return asked.value
  })
}
