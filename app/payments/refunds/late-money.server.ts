import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { planReturn, type ReturnPlan } from './return-plan.server.ts'
import type { Gateways } from '../gateway.ts'
import { costOfSeats, ofPresentSeats } from '#app/registrations/changes/seat-lines.ts'
import type { Database } from '#db/schema.ts'

export interface LateMoney {
  orderId: string
  currency: string
  /** The seats that were lost, and what they cost together, in minor units. */
  seats: { id: string; ticketTypeId: string; name: string; cost: number }[]
  cost: number
  plan: ReturnPlan
}

/**
 * What came too late for an order and what sending it back would mean; null when nothing of it waits for a choice: no
 * seat is missing, the money is not all here, or finance has settled it.
 */
export async function lateMoney(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId }: { orderId: string },
): Promise<LateMoney | null> {
  const entry = await db
    .selectFrom('financeEntries')
    .select('id')
    .where('orderId', '=', orderId)
    .where('kind', '=', 'late-money')
    .where('resolvedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const balance = await balanceOf(db, orderId)
  if (!entry || !balance || balance.currency === null || balance.due > 0) return null
  const rows = await db
    .selectFrom('registrations')
    .select(['id', 'state', 'replacesId', 'ticketTypeId'])
    .where('orderId', '=', orderId)
    .orderBy('id')
    .execute()
  const lines = await db.selectFrom('orderLines').selectAll().where('orderId', '=', orderId).execute()
  const costs = costOfSeats(ofPresentSeats(lines, rows))
  const isCancelled = (id: string) => lines.some((line) => line.registrationId === id && line.kind === 'cancellation')
  const lost = rows.filter(({ id, state }) => state === 'lapsed' || (state === 'cancelled' && !isCancelled(id)))
  const seats = lost.map(({ id, ticketTypeId }) => ({
    id,
    ticketTypeId,
    name: lines.find(({ registrationId }) => registrationId === id)?.description ?? '',
    cost: Math.max(0, costs.get(id) ?? 0),
  }))
  const cost = seats.reduce((sum, seat) => sum + seat.cost, 0)
  if (cost === 0) return null
  const plan = await planReturn(db, gateways, { orderId, takenOff: cost })
  return { orderId, currency: balance.currency, seats, cost, plan }
}
