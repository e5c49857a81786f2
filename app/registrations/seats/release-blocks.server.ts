import type { Kysely } from 'kysely'
import { endReservation } from './reservations.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Frees what is left of the blocks whose time is over, a block a transaction. Their vouchers stay good for seats that
 * are free. Returns how many blocks it released; a busy one is left for the next time.
 */
export async function releaseBlocks(
  db: Kysely<Database>,
  { now, limit = 100 }: { now: Instant; limit?: number },
): Promise<number> {
  const over = await db
    .selectFrom('reservations')
    .select('id')
    .where('kind', '=', 'block')
    .where('endedAt', 'is', null)
    .where('untilAt', '<=', now)
    .orderBy('untilAt')
    .limit(limit)
    .execute()
  let released = 0
  for (const { id } of over) {
    const result = await transact(db, async (db) => {
      const freed = await endReservation(db, { reservationId: id, now, actor: { kind: 'system' } })
      if (freed.size > 0) await bumpContentVersion(db)
    })
    if (result.ok) released++
  }
  return released
}
