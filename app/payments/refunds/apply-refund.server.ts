import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { bookReturned } from './book-returned.server.ts'
import { finishRefund } from './finish-refund.server.ts'
import type { ProviderRefund } from '../gateway.ts'
import { addAdjustment } from '../changes/add-adjustment.server.ts'
import { endRefunded } from './end-refunded.server.ts'
import {
  askFinance,
  findRefundAttempt,
  insertRefundAttempt,
  moveRefund,
  noteRefundChecked,
  type RefundAttempt,
} from './refund-attempts.server.ts'
import { underWay } from './refundable.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const PROVIDER = { kind: 'provider' as const }

/**
 * Lets what the provider says of one of our refunds have its effect, with the order locked; said again, or said late,
 * it changes nothing. Whether anything changed.
 */
export async function applyRefund(
  db: Kysely<Database>,
  attempt: RefundAttempt,
  refund: ProviderRefund,
  now: Instant,
): Promise<boolean> {
  const { providerReference } = refund
  const isSame = attempt.providerReference === providerReference
  // What failed at the provider stays failed; what it refused to begin, and began after all, does not.
  if (attempt.state === 'failed' && isSame) return false
  if (attempt.state === 'done' && refund.state !== 'failed') return false
  if (refund.state === 'done') {
    if (!(await finishRefund(db, attempt, { reference: providerReference, now, actor: PROVIDER }))) return false
    if (attempt.reason === 'provider') await endRefunded(db, { ...attempt, now })
    return true
  }
  if (refund.state === 'failed') return await fail(db, attempt, providerReference, now)
  if (attempt.state === 'pending') {
    await noteRefundChecked(db, attempt.id, now)
    return false
  }
  return await moveRefund(db, attempt, 'pending', { now, providerReference })
}

/** What had arrived and was sent back to us is money that came: the payer is owed it still. */
async function fail(db: Kysely<Database>, attempt: RefundAttempt, providerReference: string, now: Instant) {
  if (!(await moveRefund(db, attempt, 'failed', { now, providerReference }))) return false
  if (attempt.state === 'done') await bookReturned(db, { ...attempt, reference: providerReference, now })
  await askFinance(db, 'refund-failed', attempt, { now })
  return true
}

/**
 * A refund that somebody made in the provider's own pages: written down as an attempt of its own. Its order is asked
 * for that much less, unless it was paid too much; its seats stay, unless the event's rules say otherwise.
 */
export async function adoptRefund(
  db: Kysely<Database>,
  payment: { id: string; orderId: string; eventId: string },
  refund: ProviderRefund,
  now: Instant,
): Promise<void> {
  const { orderId, eventId } = payment
  const context = { eventId, now, actor: PROVIDER }
  const id = await insertRefundAttempt(
    db,
    {
      orderId,
      paymentId: payment.id,
      way: 'provider',
      state: 'pending',
      ...refund.amount,
      cause: 'provider',
      providerReference: refund.providerReference,
    },
    context,
  )
  const attempt = (await findRefundAttempt(db, id))!
  if (refund.state === 'failed') await moveRefund(db, attempt, 'failed', { now })
  else {
    const spare = Math.max(
      0,
      -(await balanceOf(db, orderId))!.due - (await underWay(db, orderId)) + refund.amount.amountMinor,
    )
    const less = Math.max(0, refund.amount.amountMinor - spare)
    if (less > 0) await addAdjustment(db, { orderId, amountMinor: -less, currency: refund.amount.currency, now })
    if (refund.state === 'done') await applyRefund(db, attempt, refund, now)
  }
}
