import type { Kysely } from 'kysely'
import { type Demand, joinDemands } from './seat-demand.ts'
import { giveBack } from './take-seats.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends reservations and frees what is left of them for everybody: one update per quota for all of them. Those that were
 * over before stay as they are. Returns how many seats of each quota came free, by reservation.
 */
export async function endReservations(
  db: Kysely<Database>,
  { reservationIds, now, actor }: { reservationIds: string[]; now: Instant; actor: Actor },
): Promise<Map<string, Demand>> {
  const ending = await holdOpen(db, reservationIds)
  if (ending.length === 0) return new Map()
  const ids = ending.map(({ id }) => id)
  await db.updateTable('reservations').set({ endedAt: now }).where('id', 'in', ids).execute()
  const freed = await empty(db, ids)
  await giveBack(db, joinDemands(freed.values()))
  await recordAudit(
    db,
    now,
    ending.map(({ id, eventId }) => ({
      actor,
      action: 'reservation.ended',
      objectKind: 'reservation',
      objectId: id,
      eventId,
      after: { freed: Object.fromEntries(freed.get(id)!) },
    })),
  )
  return freed
}

/** Whoever ends one of them at the same moment waits for us, or has gone before us and is left out. */
async function holdOpen(db: Kysely<Database>, ids: string[]): Promise<{ id: string; eventId: string }[]> {
  if (ids.length === 0) return []
  await db
    .updateTable('reservations')
    .set((row) => ({ endedAt: row.ref('endedAt') }))
    .where('id', 'in', ids)
    .execute()
  return await db
    .selectFrom('reservations')
    .select(['id', 'eventId'])
    .where('id', 'in', ids)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** Held before it is read, for a seat may be taken out of one at the same moment. */
async function empty(db: Kysely<Database>, ids: string[]): Promise<Map<string, Demand>> {
  await db
    .updateTable('reservedSeats')
    .set((row) => ({ remaining: row.ref('remaining') }))
    .where('reservationId', 'in', ids)
    .execute()
  const left = await db
    .selectFrom('reservedSeats')
    .select(['reservationId', 'quotaId', 'remaining'])
    .where('reservationId', 'in', ids)
    .where('remaining', '>', 0)
    .orderBy('quotaId')
    .execute()
  if (left.length > 0)
    await db.updateTable('reservedSeats').set({ remaining: 0 }).where('reservationId', 'in', ids).execute()
  const freed = new Map<string, Demand>(ids.map((id) => [id, new Map()]))
  for (const { reservationId, quotaId, remaining } of left) freed.get(reservationId)!.set(quotaId, remaining)
  return freed
}
