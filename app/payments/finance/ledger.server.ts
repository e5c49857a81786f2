import { type Kysely, sql } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import type { Wanted } from './finance-orders.server.ts'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import { type LedgerKind, type LedgerMovement, withRunningSums } from './running-sums.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

interface LedgerRow {
  id: string
  at: string
  kind: LedgerKind
  amountMinor: number
  currency: string
  method: string
  note: string
  orderId: string
  code: string
  eventId: string
  fullName: string
}

/**
 * Every movement of money as it was added, newest first: what is owed (lines), what came (payments), what was taken back
 * or went back. Each with what its order owed after it. Only of the events within reach.
 */
export async function ledger(db: Kysely<Database>, wanted: Wanted) {
  const { language, limit, offset = 0, after } = wanted
  const rows = await movements(db, wanted)
    .selectAll()
    .$if(after != null, (query) =>
      query.where((eb) =>
        eb.or([eb('at', '<', after!.at), eb.and([eb('at', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const summed = withRunningSums(rows, await movementsOf(db, [...new Set(rows.map(({ orderId }) => orderId))]))
  return await withTitles(db, summed, language)
}

export type LedgerEntry = Awaited<ReturnType<typeof ledger>>[number]

export async function countLedger(db: Kysely<Database>, wanted: Pick<Wanted, 'reach' | 'filter'>): Promise<number> {
  const counted = await movements(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

/** All movements of these orders, for their sums. */
async function movementsOf(db: Kysely<Database>, orderIds: string[]): Promise<LedgerMovement[]> {
  if (orderIds.length === 0) return []
  const of = (table: 'orderLines' | 'payments' | 'refunds', sign: 1 | -1) =>
    db
      .selectFrom(table as 'payments')
      .select(['id', 'createdAt as at', 'orderId', 'currency'])
      .select(sql<number>`${sql.lit(sign)} * amount_minor`.as('signedMinor'))
      .where('orderId', 'in', orderIds)
  const rows = await of('orderLines', 1).unionAll(of('payments', -1)).unionAll(of('refunds', 1)).execute()
  return rows.map((row) => ({ ...row, signedMinor: Number(row.signedMinor) }))
}

function movements(db: Kysely<Database>, { reach, filter }: Pick<Wanted, 'reach' | 'filter'>) {
  const all = db.selectFrom(
    linesIn(db, reach, filter)
      .unionAll(paymentsIn(db, reach, filter))
      .unionAll(refundsIn(db, reach, filter))
      .as('moved'),
  )
  return filter.state === '' ? all : all.where('moved.kind', '=', filter.state as LedgerKind)
}

function linesIn(db: Kysely<Database>, reach: Reach, filter: Wanted['filter']) {
  return (
    moneyWithin(db, reach)
      .innerJoin('orderLines', 'orderLines.orderId', 'orders.id')
      .innerJoin('people', 'people.id', 'orders.personId')
      .select(['orderLines.id', 'orderLines.createdAt as at', sql<LedgerKind>`'line'`.as('kind')])
      .select(['orderLines.amountMinor', 'orderLines.currency', sql<string>`''`.as('method')])
      .select(['orderLines.description as note', 'orders.id as orderId', 'orders.code', 'orders.eventId'])
      .select('people.fullName')
      .where('orderLines.amountMinor', '<>', 0)
      .where(matches({ ...filter, method: '' }, { at: 'orderLines.createdAt', currency: 'orderLines.currency' }))
      // A line came by no method.
      .$if(filter.method !== '', (query) => query.where(sql<boolean>`1 = 0`))
      .$castTo<LedgerRow>()
  )
}

function paymentsIn(db: Kysely<Database>, reach: Reach, filter: Wanted['filter']) {
  return moneyWithin(db, reach)
    .innerJoin('payments', 'payments.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['payments.id', 'payments.createdAt as at'])
    .select(sql<LedgerKind>`case when reverses_id is null then 'payment' else 'reversal' end`.as('kind'))
    .select(['payments.amountMinor', 'payments.currency', 'payments.method', 'payments.providerReference as note'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .where(
      matches(filter, {
        at: 'payments.createdAt',
        currency: 'payments.currency',
        method: 'payments.method',
        reference: 'payments.providerReference',
      }),
    )
    .$castTo<LedgerRow>()
}

function refundsIn(db: Kysely<Database>, reach: Reach, filter: Wanted['filter']) {
  return moneyWithin(db, reach)
    .innerJoin('refunds', 'refunds.orderId', 'orders.id')
    .innerJoin('payments', 'payments.id', 'refunds.paymentId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['refunds.id', 'refunds.createdAt as at'])
    .select(sql<LedgerKind>`case when refunds.reason = 'chargeback' then 'chargeback' else 'refund' end`.as('kind'))
    .select(['refunds.amountMinor', 'refunds.currency', 'payments.method', 'refunds.providerReference as note'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .where(
      matches(filter, {
        at: 'refunds.createdAt',
        currency: 'refunds.currency',
        method: 'payments.method',
        reference: 'refunds.providerReference',
      }),
    )
    .$castTo<LedgerRow>()
}
