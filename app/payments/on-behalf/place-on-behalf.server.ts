import type { Kysely } from 'kysely'
import { waiveByName } from './waive-by-name.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Terms } from '#app/registrations/on-behalf/on-behalf-form.ts'
import { goOver, overOf } from '#app/registrations/on-behalf/go-over.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlacedOrder, PlaceOrder, PlaceRefusal } from '#app/registrations/placing.ts'
import { confirmByName } from '#app/registrations/seats/confirm-by-name.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface PlaceOnBehalf {
  order: PlaceOrder
  terms: Terms
  /** How long seats wait for the money. */
  days: number
  /** How many seats beyond the size of a quota were agreed to; fewer than are needed now is refused as `over-changed`. */
  over: number
  now: Instant
  actor: Actor & { id: string }
}

export type OnBehalfRefusal = PlaceRefusal | 'over-changed' | 'seat-gone'

const DAY = 24 * 60

/** How often it is tried anew because the offer or the room changed between judging and writing. */
const ROUNDS = 4

/**
 * Places an order for others, all or nothing: the pools grow by the excess that was agreed to, the seats are taken by
 * the one way by which orders are placed, and what is due is waived, owed, or asked for by mail. The same form twice is
 * one order.
 */
export async function placeOnBehalf(
  db: Kysely<Database>,
  input: PlaceOnBehalf,
): Promise<Result<PlacedOrder, OnBehalfRefusal>> {
  for (let round = 1; round <= ROUNDS; round++) {
    const placed = await transact<PlacedOrder, OnBehalfRefusal | 'again'>(db, (db) => place(db, input))
    if (placed.ok) return placed
    if (!placed.refusals.some(({ code }) => code === 'again')) return placed as Result<PlacedOrder, OnBehalfRefusal>
  }
  return refuse({ code: 'busy' })
}

async function place(db: Kysely<Database>, input: PlaceOnBehalf): Promise<PlacedOrder> {
  const { order, terms, days, over, now, actor } = input
  const before = await db.selectFrom('orders').select('id').where('formKey', '=', order.formKey).executeTakeFirst()
  if (!before) {
    const excess = await overOf(db, order)
    const needed = excess.reduce((sum, { seats }) => sum + seats, 0)
    // Agreed to as a number: more than that is asked about again. Without a word, the refusal of the order says it all.
    if (over > 0 && needed > over) throw new Refused<OnBehalfRefusal>({ code: 'over-changed' })
    if (over > 0) await goOver(db, { eventId: order.eventId, excess, now, actor })
  }
  const [result] = await placeOrders(db, { orders: [order], now, holdMinutes: days * DAY })
  if (!result!.ok) throw new Refused(...result!.refusals)
  const placed = result!.value
  if (!placed.isNew || placed.state !== 'held') return placed
  if (terms === 'free') await waiveByName(db, { orderId: placed.orderId, now, actor })
  if (terms === 'owe')
    for (const { id: registrationId } of placed.registrations) {
      const confirmed = await confirmByName(db, { registrationId, orderId: placed.orderId, now, actor })
      if (!confirmed.ok) throw new Refused({ code: 'busy' as const })
    }
  return terms === 'pay' ? placed : { ...placed, state: 'confirmed' }
}
