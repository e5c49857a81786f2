import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { chargesLimit, statedCharges } from '../take-as-charges.server.ts'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import { refundablePayments } from '../refunds/refundable.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** Everything about the money of one order; undefined outside the reach. A fixed number of queries. */
export async function financeOrder(
  db: Kysely<Database>,
  { code, reach, language }: { code: string; reach: Reach; language: string },
) {
  const order = await moneyWithin(db, reach)
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.currency', 'orders.placedAt'])
    .select(['orders.paymentMethod', 'orders.confirmsOn', 'orders.dueAt', 'people.fullName', 'people.email'])
    .select(['payers.name as payerName', 'payers.organization', 'payers.purchaseOrder', 'payers.email as payerEmail'])
    .where('orders.code', '=', code)
    .executeTakeFirst()
  if (!order) return undefined
  const { id } = order
  const [titled] = await withTitles(db, [order], language)
  const [balance, lines, payments, refunds, attempts, entries, seats, refundable, charges] = [
    (await balanceOf(db, id))!,
    await linesOf(db, id),
    await paymentsOf(db, id),
    await refundsOf(db, id),
    await attemptsOf(db, id),
    await entriesOf(db, id),
    await seatsOf(db, id),
    await refundablePayments(db, id),
    await statedCharges(db, id),
  ]
  const limit = chargesLimit(balance, charges)
  const left = refundable.reduce((sum, payment) => sum + payment.left, 0)
  return {
    order: titled!,
    balance,
    lines,
    payments,
    refunds,
    attempts,
    entries,
    seats,
    left,
    mayTakeCharges: balance.due > 0 && balance.paid - balance.refunded > 0 && balance.due <= limit,
  }
}

export type FinanceOrderPage = NonNullable<Awaited<ReturnType<typeof financeOrder>>>

function linesOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('orderLines')
    .select(['id', 'kind', 'description', 'amountMinor', 'currency', 'taxName', 'taxMinor', 'createdAt'])
    .where('orderId', '=', orderId)
    .orderBy('position')
    .execute()
}

async function paymentsOf(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('payments')
    .leftJoin('payments as reversal', 'reversal.reversesId', 'payments.id')
    .leftJoin('statementMatches', 'statementMatches.paymentId', 'payments.id')
    .select(['payments.id', 'payments.method', 'payments.amountMinor', 'payments.currency', 'payments.receivedAt'])
    .select(['payments.providerReference', 'payments.fund', 'payments.reversesId', 'reversal.id as reversedBy'])
    .select('statementMatches.lineId')
    .where('payments.orderId', '=', orderId)
    .orderBy('payments.createdAt')
    .orderBy('payments.id')
    .execute()
}

function refundsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('refunds')
    .select(['id', 'amountMinor', 'currency', 'reason', 'providerReference', 'refundedAt', 'attemptId'])
    .where('orderId', '=', orderId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** What is on its way back, or was, or could not go. */
function attemptsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('refundAttempts')
    .select(['id', 'state', 'way', 'amountMinor', 'currency', 'reason', 'createdAt'])
    .where('orderId', '=', orderId)
    .where('state', '<>', 'done')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

function entriesOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('financeEntries')
    .select(['id', 'kind', 'subject', 'createdAt'])
    .where('orderId', '=', orderId)
    .where('resolvedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
}

function seatsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'people.fullName'])
    .where('registrations.orderId', '=', orderId)
    .orderBy('registrations.createdAt')
    .orderBy('registrations.id')
    .limit(200)
    .execute()
}
