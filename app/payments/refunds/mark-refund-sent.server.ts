import type { Kysely } from 'kysely'
import { finishRefund } from './finish-refund.server.ts'
import { refundWithin } from './refund-within.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type MarkSentRefusal = 'refund-unknown' | 'refund-decided' | 'reference-missing' | 'reference-used'

/**
 * Somebody in finance has sent money back by hand, and gives the bank's name for it, or that of a receipt. It is sent
 * once: `refund-decided` when it does not wait to be sent any more, `reference-used` when the payment knows this name.
 */
export async function markRefundSent(
  db: Kysely<Database>,
  {
    attemptId,
    reference: typed,
    accountId,
    reach,
    now,
  }: { attemptId: string; reference: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<void, MarkSentRefusal | 'busy'>> {
  const reference = cleanLine(typed).slice(0, 150)
  return await transact<void, MarkSentRefusal>(db, async (db) => {
    if (reference === '') throw new Refused({ code: 'reference-missing', field: 'reference' })
    const attempt = await refundWithin(db, { attemptId, reach })
    if (attempt.state !== 'manual') throw new Refused({ code: 'refund-decided' })
    const used = await db
      .selectFrom('refunds')
      .select('id')
      .where('paymentId', '=', attempt.paymentId)
      .where('providerReference', '=', reference)
      .executeTakeFirst()
    if (used) throw new Refused({ code: 'reference-used', field: 'reference' })
    await finishRefund(db, attempt, { reference, now, actor: { kind: 'account', id: accountId } })
  })
}
