import type { Kysely } from 'kysely'
import { adoptRefund, applyRefund } from './apply-refund.server.ts'
import type { Gateways, ProviderRefund } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { noteRefundChecked, refundAttemptsOf } from './refund-attempts.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** `unknown`: the provider, or the database, could not say; to be asked again. */
export type RefundsSettled = 'settled' | 'unchanged' | 'unknown'

/**
 * The one way by which what a provider says of money that went back takes effect, for its notification, the job and
 * the button alike: asks for everything that went back of a payment, outside any transaction, then lets each refund
 * have its effect once, whoever made it and in whatever order the news comes.
 */
export async function settleRefunds(
  db: Kysely<Database>,
  gateways: Gateways,
  { paymentId, now }: { paymentId: string; now: Instant },
): Promise<RefundsSettled> {
  const payment = await db
    .selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.orderId')
    .select(['payments.id', 'payments.orderId', 'orders.eventId', 'payments.method', 'payments.providerReference'])
    .where('payments.id', '=', paymentId)
    .executeTakeFirst()
  const port = payment && gateways[payment.method]?.refunds
  if (!payment || !port) return 'unchanged'
  const refunds = await port.refundsOf(payment).catch(() => null)
  if (refunds === null) return 'unknown'
  const settled = await transact(db, async (db) => {
    await lockOrder(db, payment.orderId)
    let isChanged = false
    for (const refund of refunds) isChanged = (await apply(db, payment, refund, now)) || isChanged
    return isChanged
  })
  return settled.ok ? (settled.value ? 'settled' : 'unchanged') : 'unknown'
}

async function apply(
  db: Kysely<Database>,
  payment: { id: string; orderId: string; eventId: string },
  refund: ProviderRefund,
  now: Instant,
): Promise<boolean> {
  const attempts = await refundAttemptsOf(db, payment.id)
  const attempt =
    attempts.find(({ providerReference }) => providerReference === refund.providerReference) ??
    attempts.find(({ id, providerReference }) => id === refund.attemptId && providerReference === null)
  if (!attempt) {
    await adoptRefund(db, payment, refund, now)
    return true
  }
  if (attempt.state === 'starting' || attempt.state === 'unknown') await noteRefundChecked(db, attempt.id, now)
  return await applyRefund(db, attempt, refund, now)
}
