import { type Kysely, sql } from 'kysely'
import { matches } from './finance-conditions.server.ts'
import type { FinanceFilter } from './finance-filter.ts'
import { moneyWithin, withTitles } from './finance-queries.server.ts'
import { duePerOrder, hasSeats, linesPerOrder, paidPerOrder, refundedPerOrder } from './order-sums.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** How the money of an order stands, by which a list can be narrowed. `over`: no seat is left and nothing is kept. */
export const ORDER_STATES = ['owing', 'paid', 'overpaid', 'over'] as const

export type OrderState = (typeof ORDER_STATES)[number]

export interface Wanted {
  reach: Reach
  filter: FinanceFilter
  language: string
  limit: number
  /** How many newer rows to pass over. */
  offset?: number
  /** Only rows older than this one: for going through all of them. */
  after?: { at: string; id: string } | null
}

/** Orders with the sums of their money, newest first; only of the events within reach. */
export async function financeOrders(db: Kysely<Database>, wanted: Wanted) {
  const { language, limit, offset = 0, after } = wanted
  const rows = await orders(db, wanted)
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.placedAt', 'orders.currency'])
    .select(['orders.paymentMethod', 'orders.dueAt', 'people.fullName'])
    .select([linesPerOrder.as('lines'), paidPerOrder.as('paid'), refundedPerOrder.as('refunded')])
    .select(hasSeats.as('seats'))
    .$if(after != null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('orders.placedAt', '<', after!.at),
          eb.and([eb('orders.placedAt', '=', after!.at), eb('orders.id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('orders.placedAt', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const titled = await withTitles(db, rows, language)
  return titled.map(({ seats, ...row }) => {
    const sums = { lines: Number(row.lines), paid: Number(row.paid), refunded: Number(row.refunded) }
    const due = sums.lines - sums.paid + sums.refunded
    return { ...row, ...sums, due, state: stateOf(due, Number(seats) > 0) }
  })
}

export type FinanceOrder = Awaited<ReturnType<typeof financeOrders>>[number]

export async function countFinanceOrders(db: Kysely<Database>, wanted: Pick<Wanted, 'reach' | 'filter'>) {
  const counted = await orders(db, wanted)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

export function stateOf(due: number, hasSeat: boolean): OrderState {
  if (due < 0) return 'overpaid'
  if (due === 0) return 'paid'
  return hasSeat ? 'owing' : 'over'
}

function orders(db: Kysely<Database>, { reach, filter }: Pick<Wanted, 'reach' | 'filter'>) {
  const found = moneyWithin(db, reach)
    .innerJoin('people', 'people.id', 'orders.personId')
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
