import type { Kysely } from 'kysely'
import { usesOfRoom } from './list-rooms.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Removes a room in which nothing is held. */
export async function removeRoom(
  db: Kysely<Database>,
  { eventId, roomId, now, actor }: { eventId: string; roomId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'room-used' | 'gone' | 'busy'>> {
  return await transact<void, 'room-used' | 'gone'>(db, async (db) => {
    await lockEvent(db, eventId)
    const room = await db
      .selectFrom('rooms')
      .select(['name', 'seats'])
      .where('id', '=', roomId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!room) throw new Refused({ code: 'gone' as const })
    const { sessions, tracks } = await usesOfRoom(db, { eventId, name: room.name })
    if (sessions.length + tracks.length > 0) throw new Refused({ code: 'room-used' as const })
    await db.deleteFrom('rooms').where('id', '=', roomId).execute()
    await recordAudit(db, now, [
      { actor, action: 'room.removed', objectKind: 'room', objectId: roomId, eventId, before: room },
    ])
    await eventChanged(db, eventId, now)
  })
}
