import type { Kysely } from 'kysely'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** One attempt to give money back, with its order and who asked for it; undefined outside the reach. */
export async function financeRefund(
  db: Kysely<Database>,
  { id, reach, language }: { id: string; reach: Reach; language: string },
) {
  const refund = await moneyWithin(db, reach)
    .innerJoin('refundAttempts', 'refundAttempts.orderId', 'orders.id')
    .innerJoin('payments', 'payments.id', 'refundAttempts.paymentId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('accounts', 'accounts.id', 'refundAttempts.requestedBy')
    .leftJoin('financeEntries as failure', (join) =>
      join.onRef('failure.subject', '=', 'refundAttempts.id').on('failure.kind', '=', 'refund-failed'),
    )
    .select(['refundAttempts.id', 'refundAttempts.state', 'refundAttempts.way', 'refundAttempts.reason'])
    .select([
      'refundAttempts.amountMinor',
      'refundAttempts.currency',
      'refundAttempts.note',
      'refundAttempts.createdAt',
    ])
    .select('refundAttempts.fileId')
    .select(['refundAttempts.providerReference', 'payments.method', 'payments.receivedAt', 'accounts.email as askedBy'])
    .select(['orders.code', 'orders.eventId', 'people.fullName', 'failure.id as failureId', 'failure.resolvedAt'])
    .where('refundAttempts.id', '=', id)
    .executeTakeFirst()
  if (!refund) return undefined
  const { failureId, resolvedAt, ...row } = refund
  const [titled] = await withTitles(db, [row], language)
  return { ...titled!, mayRetry: row.state === 'failed' && failureId !== null && resolvedAt === null }
}
