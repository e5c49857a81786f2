import type { Kysely } from 'kysely'
import { MAXIMUM_ORDERS, type PlaceResult, placeOrders } from './place-orders.server.ts'
import type { PlaceOrder } from './placing.ts'
import { takeInTurn } from './take-in-turn.ts'
import type { Instant } from '#app/values/moment.ts'
import { inOwnTurn, ownTurn } from '#app/values/own-turn.ts'
import { writesOneAtATime } from '#db/dialects/dialect.ts'
import { isConnectionLost } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Places one order, together with those that come at the same time. */
export type PlaceOne = (order: PlaceOrder, now: Instant) => Promise<PlaceResult>

interface Waiting {
  order: PlaceOrder
  now: Instant
  resolve(result: PlaceResult): void
  reject(fault: unknown): void
}

/**
 * Collects the orders of one process: those that come while others are being written are written in the next transaction
 * together, so that a rush costs few of them. An order that comes alone waits for nobody, and whoever is in a transaction
 * is answered when it is durable, not after those behind. Events do not wait for each other where the database writes
 * several transactions at once; where it writes one at a time, they share it.
 * Each caller has its own answer; where writing together fails, each order is tried by itself, and its fault is its own.
 * An order that was handed in is placed, or refused, whether or not anybody still waits for the answer.
 */
export function combineOrders(db: Kysely<Database>): PlaceOne {
  const laneOf = writesOneAtATime(db) ? () => '' : ({ eventId }: PlaceOrder) => eventId
  const lanes = new Map<string, Waiting[]>()

  async function run(lane: string): Promise<void> {
    do {
      // Whoever waits for their turn may bring an order, too.
      await ownTurn()
      const { batch, rest } = takeInTurn(lanes.get(lane)!, MAXIMUM_ORDERS, ({ order }) => order.eventId)
      lanes.set(lane, rest)
      await placeAll(db, batch)
    } while (lanes.get(lane)!.length > 0)
    lanes.delete(lane)
  }

  return async (order, now) => {
    const placed = new Promise<PlaceResult>((resolve, reject) => {
      const lane = laneOf(order)
      const waiting = lanes.get(lane)
      const one = { order, now, resolve, reject }
      if (waiting) waiting.push(one)
      else {
        lanes.set(lane, [one])
        void run(lane)
      }
    })
    return await inOwnTurn(placed)
  }
}

/** Answers everybody; never throws. */
async function placeAll(db: Kysely<Database>, waiting: Waiting[]): Promise<void> {
  // The latest of their moments: nobody is judged by a price step or an offer that ended while they waited.
  const now = waiting.map((one) => one.now).reduce((latest, one) => (one > latest ? one : latest))
  const alone = waiting.length === 1 ? waiting : await placeTogether(db, waiting, now)
  for (const { order, resolve, reject } of alone)
    await placeOrders(db, { orders: [order], now }).then(([result]) => resolve(result!), reject)
}

/** Answers all but those to be tried by themselves, for their own fault. */
async function placeTogether(db: Kysely<Database>, waiting: Waiting[], now: Instant): Promise<Waiting[]> {
  try {
    const results = await placeOrders(db, { orders: waiting.map(({ order }) => order), now })
    return waiting.filter((one, at) => {
      const result = results[at]!
      if (!result.ok && result.refusals[0]?.code === 'failed') return true
      one.resolve(result)
      return false
    })
  } catch (fault) {
    if (!isConnectionLost(fault)) return waiting
    // It is everybody's: hundreds would wait for each other's time limits.
    for (const { reject } of waiting) reject(fault)
    return []
  }
}
