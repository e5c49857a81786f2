import type { Kysely } from 'kysely'
import { balanceOf } from '#app/payments/balance.server.ts'
import type { Database } from '#db/schema.ts'

/** As many movements of a kind as one reads on a page about one person. */
const MOST = 50

/** What an order was asked for, what came, what went back or is on its way, and what is left. */
export async function moneyOf(db: Kysely<Database>, orderId: string) {
  const [balance, lines, payments, refunds, refundAttempts] = await Promise.all([
    balanceOf(db, orderId),
    linesOf(db, orderId),
    paymentsOf(db, orderId),
    refundsOf(db, orderId),
    refundAttemptsOf(db, orderId),
  ])
  return { balance: balance!, lines, payments, refunds, refundAttempts }
}

function linesOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('orderLines')
    .select(['id', 'kind', 'description', 'amountMinor', 'currency', 'createdAt', 'registrationId'])
    .where('orderId', '=', orderId)
    .orderBy('position')
    .limit(200)
    .execute()
}

function paymentsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('payments')
    .select(['id', 'method', 'amountMinor', 'currency', 'receivedAt'])
    .where('orderId', '=', orderId)
    .orderBy('receivedAt')
    .limit(MOST)
    .execute()
}

function refundsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('refunds')
    .select(['id', 'amountMinor', 'currency', 'refundedAt'])
    .where('orderId', '=', orderId)
    .orderBy('refundedAt')
    .limit(MOST)
    .execute()
}

/** What is on its way back, or could not go. */
function refundAttemptsOf(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('refundAttempts')
    .select(['id', 'state', 'amountMinor', 'currency', 'createdAt'])
    .where('orderId', '=', orderId)
    .where('state', '<>', 'done')
    .orderBy('createdAt')
    .limit(MOST)
    .execute()
}
