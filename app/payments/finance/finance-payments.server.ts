import type { Kysely } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import type { Wanted } from './finance-orders.server.ts'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import type { Database } from '#db/schema.ts'

/** Money that came, newest first; only of the events within reach. `refunded`: what of it has gone back. */
export async function financePayments(db: Kysely<Database>, wanted: Wanted) {
  const { language, limit, offset = 0, after } = wanted
  const rows = await payments(db, wanted)
    .select(['payments.id', 'payments.method', 'payments.amountMinor', 'payments.currency', 'payments.receivedAt'])
    .select(['payments.providerReference', 'payments.fund', 'payments.reversesId', 'reversal.id as reversedBy'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .select((eb) => [
      eb
        .selectFrom('refunds')
        .select((one) => one.fn.sum<number | string>('refunds.amountMinor').as('sum'))
        .whereRef('refunds.paymentId', '=', 'payments.id')
        .as('refunded'),
      eb
        .selectFrom('statementMatches')
        .select((one) => one.fn.min('statementMatches.lineId').as('line'))
        .whereRef('statementMatches.paymentId', '=', 'payments.id')
        .as('lineId'),
    ])
    .$if(after != null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('payments.receivedAt', '<', after!.at),
          eb.and([eb('payments.receivedAt', '=', after!.at), eb('payments.id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('payments.receivedAt', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const titled = await withTitles(db, rows, language)
  return titled.map((row) => ({ ...row, refunded: Number(row.refunded ?? 0) }))
}

export type FinancePayment = Awaited<ReturnType<typeof financePayments>>[number]

export async function countFinancePayments(db: Kysely<Database>, wanted: Pick<Wanted, 'reach' | 'filter'>) {
  const counted = await payments(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

function payments(db: Kysely<Database>, { reach, filter }: Pick<Wanted, 'reach' | 'filter'>) {
  return moneyWithin(db, reach)
    .innerJoin('payments', 'payments.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('payments as reversal', 'reversal.reversesId', 'payments.id')
    .where(
      matches(filter, {
        at: 'payments.receivedAt',
        currency: 'payments.currency',
        method: 'payments.method',
        fund: 'payments.fund',
        reference: 'payments.providerReference',
      }),
    )
}
