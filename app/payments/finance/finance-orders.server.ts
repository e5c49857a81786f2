import { type Kysely, type NotNull, sql } from 'kysely'
import { countRows } from './count-rows.server.ts'
import { matches } from './finance-conditions.server.ts'
import type { FinanceFilter } from './finance-filter.ts'
import { isWithin, moneyWithin, ROWS_PER_PAGE, withTitles } from './finance-queries.server.ts'
import { duePerOrder, hasSeats, linesPerOrder, paidPerOrder, refundedPerOrder } from './order-sums.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage, nextRows, type SortKeys } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

/** How the money of an order stands, by which a list can be narrowed. `over`: no seat is left and nothing is kept. */
export const ORDER_STATES = ['owing', 'paid', 'overpaid', 'over'] as const

export type OrderState = (typeof ORDER_STATES)[number]

export interface Wanted {
  reach: Reach
  filter: FinanceFilter
}

/** A page of a list, in the reader's language. */
export interface WantedPage extends Wanted {
  language: string
  cursor: Cursor
}

/** The rows after a row, for going through all of them. */
export interface WantedNext extends Wanted {
  after: { at: string; id: string } | null
  limit: number
}

const KEYS: SortKeys = [
  ['orders.placedAt', 'desc'],
  ['orders.id', 'desc'],
]

/** A page of the orders with the sums of their money, newest first; only of the events within reach. */
export async function financeOrders(db: Kysely<Database>, { language, cursor, ...wanted }: WantedPage) {
  const anchor = moneyWithin(db, wanted.reach)
  const { rows, steps } = await keysetPage(listed(db, wanted), { keys: KEYS, cursor, size: ROWS_PER_PAGE, anchor })
  return { steps, rows: await whole(db, rows, language) }
}

export async function nextFinanceOrders(db: Kysely<Database>, { after, limit, ...wanted }: WantedNext) {
  const reached = after && [after.at, after.id]
  return await whole(db, await nextRows(listed(db, wanted), { keys: KEYS, after: reached, limit }), 'en')
}

function listed(db: Kysely<Database>, wanted: Wanted) {
  return orders(db, wanted)
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.placedAt', 'orders.currency'])
    .select(['orders.paymentMethod', 'orders.dueAt', 'people.fullName'])
    .select([linesPerOrder.as('lines'), paidPerOrder.as('paid'), refundedPerOrder.as('refunded')])
    .select(hasSeats.as('seats'))
    .$narrowType<{ fullName: NotNull }>()
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

async function whole(db: Kysely<Database>, rows: Row[], language: string) {
  const titled = await withTitles(db, rows, language)
  return titled.map(({ seats, ...row }) => {
    const sums = { lines: Number(row.lines), paid: Number(row.paid), refunded: Number(row.refunded) }
    const due = sums.lines - sums.paid + sums.refunded
    return { ...row, ...sums, due, state: stateOf(due, Number(seats) > 0) }
  })
}

export type FinanceOrder = Awaited<ReturnType<typeof nextFinanceOrders>>[number]

export async function countFinanceOrders(db: Kysely<Database>, wanted: Wanted) {
  return await countRows(orders(db, wanted))
}

export function stateOf(due: number, hasSeat: boolean): OrderState {
  if (due < 0) return 'overpaid'
  if (due === 0) return 'paid'
  return hasSeat ? 'owing' : 'over'
}

function orders(db: Kysely<Database>, { reach, filter }: Wanted) {
  // There always are both; a database that is told so begins with the orders, in their order, and counts without the others.
  const found = db
    .selectFrom('orders')
    .leftJoin('events', 'events.id', 'orders.eventId')
    .leftJoin('people', 'people.id', 'orders.personId')
    .where(isWithin(reach))
    .where(matches(filter, { at: 'orders.placedAt', currency: 'orders.currency', method: 'orders.paymentMethod' }))
  switch (filter.state as OrderState) {
    case 'owing':
      return found.where(sql<boolean>`${duePerOrder} > 0 and ${hasSeats} > 0`)
    case 'over':
      return found.where(sql<boolean>`${duePerOrder} > 0 and ${hasSeats} = 0`)
    case 'paid':
      return found.where(sql<boolean>`${duePerOrder} = 0`)
    case 'overpaid':
      return found.where(sql<boolean>`${duePerOrder} < 0`)
    default:
      return found
  }
}
