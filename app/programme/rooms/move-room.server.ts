import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { swapPlaces } from '#app/events/swap-places.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Changes the order of the rooms, which the grid follows: one place up or down. At an end it stays. */
export async function moveRoom(
  db: Kysely<Database>,
  { eventId, roomId, by, now, actor }: { eventId: string; roomId: string; by: -1 | 1; now: Instant; actor: Actor },
): Promise<Result<null, 'gone' | 'busy'>> {
  return await transact<null, 'gone'>(db, async (db) => {
    const all = await db
      .selectFrom('rooms')
      .select(['id', 'position'])
      .where('eventId', '=', eventId)
      .orderBy('position')
      .orderBy('id')
      .execute()
    if (!all.some(({ id }) => id === roomId)) throw new Refused({ code: 'gone' as const })
    if (await swapPlaces(db, 'rooms', all, { id: roomId, by })) {
      const object = { objectKind: 'room', objectId: roomId, eventId }
      await recordAudit(db, now, [{ actor, action: 'room.moved', ...object, after: { by } }])
    }
    return null
  })
}
