import type { Kysely, NotNull } from 'kysely'
import { countRows } from './count-rows.server.ts'
import { matches } from './finance-conditions.server.ts'
import type { Wanted, WantedNext, WantedPage } from './finance-orders.server.ts'
import { isWithin, moneyWithin, ROWS_PER_PAGE, withTitles } from './finance-queries.server.ts'
import { keysetPage, nextRows, type SortKeys } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

const KEYS: SortKeys = [
  ['payments.receivedAt', 'desc'],
  ['payments.id', 'desc'],
]

/** A page of the money that came, newest first; only of the events within reach. `refunded`: what of it has gone back. */
export async function financePayments(db: Kysely<Database>, { language, cursor, ...wanted }: WantedPage) {
  const anchor = moneyWithin(db, wanted.reach).innerJoin('payments', 'payments.orderId', 'orders.id')
  const { rows, steps } = await keysetPage(listed(db, wanted), { keys: KEYS, cursor, size: ROWS_PER_PAGE, anchor })
  return { steps, rows: await whole(db, rows, language) }
}

export async function nextFinancePayments(db: Kysely<Database>, { after, limit, ...wanted }: WantedNext) {
  const reached = after && [after.at, after.id]
  return await whole(db, await nextRows(listed(db, wanted), { keys: KEYS, after: reached, limit }), 'en')
}

function listed(db: Kysely<Database>, wanted: Wanted) {
  return payments(db, wanted)
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
    .$narrowType<{ orderId: NotNull; code: NotNull; eventId: NotNull; fullName: NotNull }>()
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

async function whole(db: Kysely<Database>, rows: Row[], language: string) {
  const titled = await withTitles(db, rows, language)
  return titled.map((row) => ({ ...row, refunded: Number(row.refunded ?? 0) }))
}

export type FinancePayment = Awaited<ReturnType<typeof nextFinancePayments>>[number]

export async function countFinancePayments(db: Kysely<Database>, wanted: Wanted) {
  return await countRows(payments(db, wanted))
}

function payments(db: Kysely<Database>, { reach, filter }: Wanted) {
  // There always are all three; a database that is told so begins with the payments, in their order.
  return db
    .selectFrom('payments')
    .leftJoin('orders', 'orders.id', 'payments.orderId')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where(isWithin(reach))
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
