import type { Kysely } from 'kysely'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { finishRefund } from '../refunds/finish-refund.server.ts'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { findRefundAttempt } from '../refunds/refund-attempts.server.ts'
import { refundablePayments } from '../refunds/refundable.server.ts'
import { requestRefund } from '../refunds/request-refund.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReverseRefusal = 'payment-unknown' | 'payment-reversed'

/**
 * Hands money back over the counter that the desk had taken: the whole of one payment, once. Seats stay as they are,
 * and what is due again is waited for.
 */
export async function reverseAtDesk(
  db: Kysely<Database>,
  gateways: Gateways,
  {
    paymentId,
    reason,
    accountId,
    reach,
    now,
  }: { paymentId: string; reason: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<{ orderCode: string }, ReverseRefusal | 'busy'>> {
  return await transact<{ orderCode: string }, ReverseRefusal>(db, async (db) => {
    const payment = await moneyWithin(db, reach)
      .innerJoin('payments', 'payments.orderId', 'orders.id')
      .select(['payments.id', 'payments.amountMinor', 'payments.currency', 'orders.id as orderId', 'orders.code'])
      .where('payments.id', '=', paymentId)
      .where('payments.method', '=', 'desk')
      .executeTakeFirst()
    if (!payment) throw new Refused<ReverseRefusal>({ code: 'payment-unknown' })
    const { orderId, amountMinor, currency } = payment
    await lockOrder(db, orderId)
    const left = (await refundablePayments(db, orderId)).find(({ id }) => id === paymentId)?.left
    if (left !== amountMinor) throw new Refused<ReverseRefusal>({ code: 'payment-reversed' })
    const actor: Actor = { kind: 'account', id: accountId }
    const asked = await requestRefund(db, gateways, {
      orderId,
      paymentId,
      amount: { amountMinor, currency },
      cause: 'reversal',
      way: 'cash',
      note: cleanLine(reason).slice(0, 300),
      now,
      actor,
    })
    if (!asked.ok) throw new Refused<ReverseRefusal>({ code: 'payment-reversed' })
    // A person decides that the seats stay while the money is due again.
    await db.updateTable('orders').set({ confirmsOn: 'placing', updatedAt: now }).where('id', '=', orderId).execute()
    for (const attemptId of asked.value.attemptIds) {
      const attempt = await findRefundAttempt(db, attemptId)
      await finishRefund(db, attempt!, { reference: `reversal:${attemptId}`, now, actor })
    }
    return { orderCode: payment.code }
  })
}
