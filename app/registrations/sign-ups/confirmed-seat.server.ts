import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Inside a transaction: a confirmed seat that stands by itself, locked, of an event that is held; null when it is none.
 * Its track is its own, or else that of its ticket.
 */
export async function confirmedSeat(db: Kysely<Database>, registrationId: string) {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set((row) => ({ updatedAt: row.ref('updatedAt') }))
    .where('id', '=', registrationId)
    .where('state', '=', 'confirmed')
    .where('mainRegistrationId', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return null
  const seat = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .select(['registrations.eventId', 'registrations.trackId', 'ticketTypes.trackId as ticketTrackId'])
    .where('registrations.id', '=', registrationId)
    .where('events.status', '<>', 'cancelled')
    .executeTakeFirst()
  return seat ? { eventId: seat.eventId, trackId: seat.trackId ?? seat.ticketTrackId } : null
}
