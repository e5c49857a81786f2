import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Counts the seats of copied blocks in the quotas that they are set aside from. Blocks of an edition that is over had
 * their seats one after the other, perhaps: what does not fit together is cut, the newest block first.
 * @returns how many seats were cut.
 */
export async function setBlocks(db: Kysely<Database>, eventId: string): Promise<number> {
  const quotas = await db.selectFrom('quotas').select(['id', 'size']).where('eventId', '=', eventId).execute()
  const seats = await db
    .selectFrom('reservedSeats')
    .innerJoin('reservations', 'reservations.id', 'reservedSeats.reservationId')
    .select(['reservedSeats.reservationId', 'reservedSeats.quotaId', 'reservedSeats.size'])
    .where('reservations.eventId', '=', eventId)
    .orderBy('reservedSeats.reservationId')
    .execute()
  let cut = 0
  for (const { id, size } of quotas) {
    let taken = 0
    for (const { reservationId, size: wanted } of seats.filter(({ quotaId }) => quotaId === id)) {
      const given = Math.min(wanted, size - taken)
      taken += given
      cut += wanted - given
      if (given === wanted) continue
      await db
        .updateTable('reservedSeats')
        .set({ size: given, remaining: given })
        .where('reservationId', '=', reservationId)
        .where('quotaId', '=', id)
        .execute()
    }
    if (taken > 0) await db.updateTable('quotas').set({ taken }).where('id', '=', id).execute()
  }
  return cut
}
