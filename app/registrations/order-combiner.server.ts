import type { Kysely } from 'kysely'
import { type PlaceResult, placeOrders } from './place-orders.server.ts'
import type { PlaceOrder } from './placing.ts'
import type { Instant } from '#app/values/moment.ts'
import { inOwnTurn, ownTurn } from '#app/values/own-turn.ts'
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
 * Collects the orders of one process: those for an event that come while others for it are being written are written
 * in the next transaction together, so that a rush costs few of them. An order that comes alone waits for nobody.
 * Each caller has its own answer; where writing together fails, each order is tried by itself, and its fault is its own.
 */
export function combineOrders(db: Kysely<Database>): PlaceOne {
  const lanes = new Map<string, Waiting[]>()

  async function run(eventId: string): Promise<void> {
    do {
      // Whoever waits for their turn may bring an order, too.
      await ownTurn()
      const waiting = lanes.get(eventId)!
      lanes.set(eventId, [])
      await placeAll(db, waiting)
    } while (lanes.get(eventId)!.length > 0)
    lanes.delete(eventId)
  }

  return async (order, now) => {
    const placed = new Promise<PlaceResult>((resolve, reject) => {
      const waiting = lanes.get(order.eventId)
      const one = { order, now, resolve, reject }
      if (waiting) waiting.push(one)
      else {
        lanes.set(order.eventId, [one])
        void run(order.eventId)
      }
    })
    return await inOwnTurn(placed)
  }
}

/** Answers everybody; never throws. */
async function placeAll(db: Kysely<Database>, waiting: Waiting[]): Promise<void> {
  // The latest of their moments: nobody is judged by a price step or an offer that ended while they waited.
  const now = waiting.map((one) => one.now).reduce((latest, one) => (one > latest ? one : latest))
  const results = await together(db, waiting, now)
  const alone = waiting.filter((one, at) => {
    const result = results?.[at]
    if (!result || (!result.ok && result.refusals[0]?.code === 'failed')) return true
    one.resolve(result)
    return false
  })
  for (const { order, resolve, reject } of alone)
    await placeOrders(db, { orders: [order], now }).then(([result]) => resolve(result!), reject)
}

async function together(db: Kysely<Database>, waiting: Waiting[], now: Instant): Promise<PlaceResult[] | null> {
  if (waiting.length === 1) return null
  try {
    return await placeOrders(db, { orders: waiting.map(({ order }) => order), now })
  } catch {
    return null
  }
}
