import type { Kysely } from 'kysely'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import type { OurMovement } from './compare-movements.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What we booked of one method between two moments, oldest first; only within reach. */
export async function ourMovements(
  db: Kysely<Database>,
  { method, from, until, reach }: { method: string; from: Instant; until: Instant; reach: Reach },
): Promise<OurMovement[]> {
  const payments = await moneyWithin(db, reach)
    .innerJoin('payments', 'payments.orderId', 'orders.id')
    .select(['payments.providerReference', 'payments.amountMinor', 'payments.currency', 'payments.receivedAt as at'])
    .select('orders.code')
    .where('payments.method', '=', method)
    .where('payments.receivedAt', '>=', from)
    .where('payments.receivedAt', '<', until)
    .orderBy('payments.receivedAt')
    .orderBy('payments.id')
    .execute()
  const refunds = await moneyWithin(db, reach)
    .innerJoin('refunds', 'refunds.orderId', 'orders.id')
    .innerJoin('payments', 'payments.id', 'refunds.paymentId')
    .leftJoin('refundAttempts', 'refundAttempts.id', 'refunds.attemptId')
    .select(['refunds.providerReference', 'refunds.amountMinor', 'refunds.currency', 'refunds.refundedAt as at'])
    .select(['refunds.reason', 'orders.code'])
    .where('payments.method', '=', method)
    // What went back by a bank or in cash is not on the provider's account.
    .where((eb) => eb.or([eb('refundAttempts.way', 'is', null), eb('refundAttempts.way', '=', 'provider')]))
    .where('refunds.refundedAt', '>=', from)
    .where('refunds.refundedAt', '<', until)
    .orderBy('refunds.refundedAt')
    .orderBy('refunds.id')
    .execute()
  const moved = (kind: OurMovement['kind'], row: (typeof payments)[number]): OurMovement => ({
    kind,
    reference: row.providerReference,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    at: row.at,
    orderCode: row.code,
  })
  return [
    ...payments.map((row) => moved('charge', row)),
    ...refunds.map(({ reason, ...row }) => moved(reason === 'chargeback' ? 'dispute' : 'refund', row)),
  ]
}
