import type { Kysely } from 'kysely'
import { balancesOf } from '../balance.server.ts'
import { accountsOfHosts } from './issuers.server.ts'
import type { PayableOrder } from './match-plan.ts'
import type { Database } from '#db/schema.ts'

/** A bound on the parameters of one statement. */
const MOST_CODES = 2000

/**
 * The orders with these codes, as far as there are any, with what is due and whose account their money goes to. In a
 * fixed number of queries; with `isLocked` their rows are locked first, in one order, until the transaction ends.
 */
export async function payableOrders(
  db: Kysely<Database>,
  codes: string[],
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<Map<string, PayableOrder>> {
  const wanted = [...new Set(codes)].slice(0, MOST_CODES)
  if (wanted.length === 0) return new Map()
  const orders = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .select(['orders.id', 'orders.code', 'orders.eventId', 'orders.currency', 'events.hostId'])
    .where('orders.code', 'in', wanted)
    .orderBy('orders.id')
    .execute()
  if (orders.length === 0) return new Map()
  const ids = orders.map(({ id }) => id)
  if (isLocked) await lockOrders(db, ids)
  const balances = await balancesOf(db, ids)
  const accountOf = await accountsOfHosts(db)
  return new Map(
    orders.map(({ hostId, ...order }) => [
      order.code,
      { ...order, issuerId: accountOf(hostId), due: balances.get(order.id)?.due ?? 0 },
    ]),
  )
}

/** Inside a transaction: from here on nobody else moves the money of these orders. */
export async function lockOrders(db: Kysely<Database>, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return
  await db
    .updateTable('orders')
    .set((eb) => ({ keyVersion: eb.ref('keyVersion') }))
    .where('id', 'in', orderIds.toSorted())
    .execute()
}
