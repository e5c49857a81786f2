import { type Kysely, sql, type SqlBool } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import { countRows } from './count-rows.server.ts'
import type { Wanted, WantedNext, WantedPage } from './finance-orders.server.ts'
import { isWithin, ROWS_PER_PAGE, withTitles } from './finance-queries.server.ts'
import { type LedgerKind, type LedgerMovement, withRunningSums } from './running-sums.ts'
import { mergedPage, nextMerged, nextRows, type Part } from '#db/keyset.ts'
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
 * A page of every movement of money as it was added, newest first: what is owed (lines), what came (payments), what was
 * taken back or went back. Each with what its order owed after it. Only of the events within reach.
 */
export async function ledger(db: Kysely<Database>, { language, cursor, ...wanted }: WantedPage) {
  const { rows, steps } = await mergedPage(parts(db, wanted), { cursor, size: ROWS_PER_PAGE })
  return { steps, rows: await whole(db, rows, language) }
}

export async function nextOfLedger(db: Kysely<Database>, { after, limit, ...wanted }: WantedNext) {
  const from = { direction: 'desc', after: after && ([after.id] as [string]), limit } as const
  return await whole(db, await nextMerged(parts(db, wanted), from), 'en')
}

export type LedgerEntry = Awaited<ReturnType<typeof nextOfLedger>>[number]

export async function countLedger(db: Kysely<Database>, wanted: Wanted): Promise<number> {
  const counted = await Promise.all([
    countRows(linesIn(db, wanted)),
    countRows(paymentsIn(db, wanted)),
    countRows(refundsIn(db, wanted)),
  ])
  return counted.reduce((sum, one) => sum + one, 0)
}

async function whole(db: Kysely<Database>, rows: LedgerRow[], language: string) {
  const summed = withRunningSums(rows, await movementsOf(db, [...new Set(rows.map(({ orderId }) => orderId))]))
  return await withTitles(db, summed, language)
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

function parts(db: Kysely<Database>, wanted: Wanted): Part<LedgerRow>[] {
  const lines = linesIn(db, wanted)
    .select(['orderLines.id', 'orderLines.createdAt as at', sql<LedgerKind>`'line'`.as('kind')])
    .select(['orderLines.amountMinor', 'orderLines.currency', sql<string>`''`.as('method')])
    .select(['orderLines.description as note', 'orders.id as orderId', 'orders.code', 'orders.eventId'])
    .select('people.fullName')
    .$castTo<LedgerRow>()
  const payments = paymentsIn(db, wanted)
    .select(['payments.id', 'payments.createdAt as at', PAYMENT_KIND.as('kind')])
    .select(['payments.amountMinor', 'payments.currency', 'payments.method', 'payments.providerReference as note'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .$castTo<LedgerRow>()
  const refunds = refundsIn(db, wanted)
    .select(['refunds.id', 'refunds.createdAt as at', REFUND_KIND.as('kind')])
    .select(['refunds.amountMinor', 'refunds.currency', 'payments.method', 'refunds.providerReference as note'])
    .select(['orders.id as orderId', 'orders.code', 'orders.eventId', 'people.fullName'])
    .$castTo<LedgerRow>()
  return [
    ({ direction, ...from }) => nextRows(lines, { keys: [['orderLines.id', direction]], ...from }),
    ({ direction, ...from }) => nextRows(payments, { keys: [['payments.id', direction]], ...from }),
    ({ direction, ...from }) => nextRows(refunds, { keys: [['refunds.id', direction]], ...from }),
  ]
}

const PAYMENT_KIND = sql<LedgerKind>`case when payments.reverses_id is null then 'payment' else 'reversal' end`
const REFUND_KIND = sql<LedgerKind>`case when refunds.reason = 'chargeback' then 'chargeback' else 'refund' end`

// Of each there always is an order, its event and its person: a database that is told so begins with the money, in its order.

function linesIn(db: Kysely<Database>, { reach, filter }: Wanted) {
  return (
    db
      .selectFrom('orderLines')
      .leftJoin('orders', 'orders.id', 'orderLines.orderId')
      .leftJoin('events', 'events.id', 'orders.eventId')
      .leftJoin('people', 'people.id', 'orders.personId')
      .where(isWithin(reach))
      .where('orderLines.amountMinor', '<>', 0)
      .where(matches({ ...filter, method: '' }, { at: 'orderLines.createdAt', currency: 'orderLines.currency' }))
      // A line came by no method.
      .$if(filter.method !== '' || !['', 'line'].includes(filter.state), (query) => query.where(sql<SqlBool>`1 = 0`))
  )
}

function paymentsIn(db: Kysely<Database>, { reach, filter }: Wanted) {
  return db
    .selectFrom('payments')
    .leftJoin('orders', 'orders.id', 'payments.orderId')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where(isWithin(reach))
    .where(
      matches(filter, {
        at: 'payments.createdAt',
        currency: 'payments.currency',
        method: 'payments.method',
        reference: 'payments.providerReference',
      }),
    )
    .$if(filter.state !== '', (query) => query.where(sql<SqlBool>`${PAYMENT_KIND} = ${filter.state}`))
}

function refundsIn(db: Kysely<Database>, { reach, filter }: Wanted) {
  return db
    .selectFrom('refunds')
    .leftJoin('orders', 'orders.id', 'refunds.orderId')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('payments', 'payments.id', 'refunds.paymentId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where(isWithin(reach))
    .where(
      matches(filter, {
        at: 'refunds.createdAt',
        currency: 'refunds.currency',
        method: 'payments.method',
        reference: 'refunds.providerReference',
      }),
    )
    .$if(filter.state !== '', (query) => query.where(sql<SqlBool>`${REFUND_KIND} = ${filter.state}`))
}
