import type { Kysely } from 'kysely'
import type { RunSeat } from '../seats-of-rows.server.ts'
import { costOfSeats, ofPresentSeats } from '#app/registrations/changes/seat-lines.ts'
import type { Database } from '#db/schema.ts'

/** What each seat of these orders has cost so far, and the add-ons that stand beside it: two queries. */
export async function ordersOfSeats(db: Kysely<Database>, seats: RunSeat[]) {
  const orderIds = [...new Set(seats.map(({ orderId }) => orderId)), '']
  const [lines, all] = await Promise.all([
    db.selectFrom('orderLines').selectAll().where('orderId', 'in', orderIds).orderBy('position').execute(),
    db
      .selectFrom('registrations')
      .select(['id', 'orderId', 'state', 'mainRegistrationId', 'replacesId', 'ticketTypeId'])
      .where('orderId', 'in', orderIds)
      .orderBy('id')
      .execute(),
  ])
  const linesOf = Map.groupBy(lines, ({ orderId }) => orderId)
  const seatsOf = Map.groupBy(all, ({ orderId }) => orderId)
  return new Map(
    orderIds.map((orderId) => {
      const own = seatsOf.get(orderId) ?? []
      const present = ofPresentSeats(linesOf.get(orderId) ?? [], own)
      return [orderId, { lines: present, seats: own, costs: costOfSeats(present) }]
    }),
  )
}
