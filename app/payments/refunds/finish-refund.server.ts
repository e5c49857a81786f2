import type { Kysely } from 'kysely'
import { moveRefund, type RefundAttempt } from './refund-attempts.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import { tellPayer } from '../tell-payer.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * The money has gone back: the attempt is done, its refund is booked once, and its payer is written to. With the order
 * locked. `reference` is the provider's or the bank's own name for it. False when somebody was quicker.
 */
export async function finishRefund(
  db: Kysely<Database>,
  attempt: RefundAttempt,
  { reference, now, actor }: { reference: string; now: Instant; actor: Actor },
): Promise<boolean> {
  if (!(await moveRefund(db, attempt, 'done', { now, actor, providerReference: reference }))) return false
  const { id: attemptId, orderId, paymentId, amountMinor, currency, reason, way, eventId } = attempt
  const id = newId(now)
  await db
    .insertInto('refunds')
    .values({
      id,
      orderId,
      paymentId,
      attemptId,
      providerReference: reference,
      amountMinor,
      currency,
      reason,
      refundedAt: now,
      createdAt: now,
    })
    .execute()
  await recordAudit(db, now, [
    {
      actor,
      action: 'refund.sent',
      objectKind: 'refund',
      objectId: id,
      eventId,
      after: { orderId, paymentId, attemptId, way, amountMinor, currency, reason },
    },
  ])
  await settleEntries(db, { kinds: ['refund-manual', 'refund-failed'], subject: attemptId }, { now, actor })
  if (way !== 'fund') {
    const props = { amountMinor, currency, way }
    await tellPayer(db, { orderId, occasion: attemptId, template: 'refund-sent', now, props })
  }
  return true
}
