import type { Kysely } from 'kysely'
import { endReservation } from '../seats/reservations.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives what is left of a block to everybody, now; releasing it twice is releasing it once. Returns how many seats came free. */
export async function releaseBlock(
  db: Kysely<Database>,
  { eventId, blockId, now, actor }: { eventId: string; blockId: string; now: Instant; actor: Actor },
): Promise<Result<number, 'gone' | 'busy'>> {
  return await transact<number, 'gone'>(db, async (db) => {
    const block = await db
      .selectFrom('reservations')
      .select('id')
      .where('id', '=', blockId)
      .where('eventId', '=', eventId)
      .where('kind', '=', 'block')
      .executeTakeFirst()
    if (!block) throw new Refused({ code: 'gone' as const })
    const freed = await endReservation(db, { reservationId: blockId, now, actor })
    await eventChanged(db, eventId, now)
    return [...freed.values()].reduce((sum, seats) => sum + seats, 0)
  })
}
