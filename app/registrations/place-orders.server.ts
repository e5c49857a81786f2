import type { Kysely } from 'kysely'
import { admitDrafts } from './admit-drafts.ts'
import { examineOrder } from './examine-order.ts'
import { HOLD_MINUTES } from './seats/hold-minutes.ts'
import { orderRows } from './order-rows.ts'
import { activeKeysOf, placedBefore } from './placed-before.server.ts'
import type { PlacedOrder, PlaceOrder, PlaceRefusal } from './placing.ts'
import { readOffered } from './read-offered.server.ts'
import { writeOrders } from './write-orders.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import { isConnectionLost, isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export type PlaceResult = Result<PlacedOrder, PlaceRefusal>

/** Bounds of one transaction; a longer list is several. */
export const MAXIMUM_ORDERS = 200
const MAXIMUM_SEATS = 400

/** How often a batch is judged anew because the world moved between judging and writing. */
const ROUNDS = 6

/**
 * Places orders, of which one is the quiet case: all of a batch in one short transaction, with one guarded update
 * per quota for their sum. When the sum does not fit, they are admitted in the order of the list. Each order has its
 * answer at its own place in the list, and a bad one never fails its neighbours.
 * The same `formKey` is the same order, however often and from wherever it comes.
 * @throws what a single order throws; in a list that order is refused as `failed` instead. That the database is away is
 * nobody's fault, and thrown.
 */
export async function placeOrders(
  db: Kysely<Database>,
  { orders, now, holdMinutes = HOLD_MINUTES }: { orders: PlaceOrder[]; now: Instant; holdMinutes?: number },
): Promise<PlaceResult[]> {
  const first = new Map<string, number>()
  for (const [at, { formKey }] of orders.entries()) if (!first.has(formKey)) first.set(formKey, at)
  const results = new Map<string, PlaceResult>()
  for (const batch of batchesOf([...first.values()].map((at) => orders[at]!)))
    for (const [formKey, result] of await placeAgain(db, batch, now, holdMinutes)) results.set(formKey, result)
  return orders.map(({ formKey, eventId }, at) => {
    const known = first.get(formKey)!
    if (orders[known]!.eventId !== eventId) return refuse({ code: 'form-used' })
    const result = results.get(formKey)!
    return result.ok && known !== at ? accept({ ...result.value, isNew: false }) : result
  })
}

/** Organizers' orders have a batch of their own: they need not wait behind the waiting list. */
function batchesOf(orders: PlaceOrder[]): PlaceOrder[][] {
  const batches: PlaceOrder[][] = []
  let seats = 0
  for (const order of orders) {
    const batch = batches.at(-1)
    seats += order.people.length
    const isAlike = batch?.[0]!.isPrivileged === order.isPrivileged
    if (batch && isAlike && batch.length < MAXIMUM_ORDERS && seats <= MAXIMUM_SEATS) batch.push(order)
    else {
      batches.push([order])
      seats = order.people.length
    }
  }
  return batches
}

type Results = Map<string, PlaceResult>

/** A connection that broke says nothing of the orders: once more, and by its form key none is placed twice. */
async function placeAgain(db: Kysely<Database>, batch: PlaceOrder[], now: Instant, hold: number): Promise<Results> {
  try {
    return await placeBatch(db, batch, now, hold)
  } catch (error) {
    if (!isConnectionLost(error)) throw error
    return await placeBatch(db, batch, now, hold)
  }
}

async function placeBatch(db: Kysely<Database>, batch: PlaceOrder[], now: Instant, hold: number): Promise<Results> {
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const results = await placeTogether(db, batch, now, hold)
      if (results) return results
    }
  } catch (error) {
    if (batch.length === 1 || isConnectionLost(error)) throw error
  }
  if (batch.length === 1) return new Map([[batch[0]!.formKey, refuse({ code: 'busy' })]])
  return await placeHalves(db, batch, now, hold)
}

/** A bad order is found by halving, so that its neighbours are placed in a few transactions, in the order of the list. */
async function placeHalves(db: Kysely<Database>, batch: PlaceOrder[], now: Instant, hold: number): Promise<Results> {
  const results: Results = new Map()
  const middle = Math.ceil(batch.length / 2)
  for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
    try {
      for (const [formKey, result] of await placeBatch(db, half, now, hold)) results.set(formKey, result)
    } catch (error) {
      if (isConnectionLost(error)) throw error
      for (const { formKey } of half) results.set(formKey, refuse({ code: 'failed' }))
    }
  }
  return results
}

/** One round: judge, then write what is admitted. Null when the world moved in between. */
async function placeTogether(
  db: Kysely<Database>,
  batch: PlaceOrder[],
  now: Instant,
  hold: number,
): Promise<Results | null> {
  const offered = await readOffered(db, batch)
  const examined = batch.map((order) => [order, examineOrder(order, offered, now, hold)] as const)
  const candidates = examined.flatMap(([, one]) => (one.ok ? [one.draft] : []))
  // In this order: whoever's key is seen here has its order seen below, so a form sent twice at once is one order.
  const activeKeys = await activeKeysOf(db, candidates)
  const results: Results = await placedBefore(db, batch)
  const drafts = candidates.filter(({ order }) => !results.has(order.formKey))
  for (const [order, one] of examined)
    if (!one.ok && !results.has(order.formKey)) results.set(order.formKey, refuse(...one.refusals))
  if (drafts.length === 0) return results

  const { admitted, refused, demand, reserved } = admitDrafts(drafts, offered, activeKeys)
  for (const [{ order }, refusals] of refused) results.set(order.formKey, refuse(...refusals))
  if (admitted.length === 0) return results

  const rows = admitted.map((one) => orderRows(one, now))
  const isForQueue = batch[0]!.isPrivileged === true
  const written = await transact<void, 'again'>(db, (db) =>
    writeOrders(db, rows, { demand, reserved, isForQueue, judgedBy: offered, now }),
  ).catch((error: unknown) => {
    if (isDuplicate(error)) return refuse({ code: 'again' as const })
    throw error
  })
  if (!written.ok && written.refusals[0]?.code === 'again') return null
  for (const { order, placed } of rows)
    results.set(order.formKey, written.ok ? accept(placed) : refuse({ code: 'busy' }))
  return results
}
