import { type Kysely, sql } from 'kysely'
import { type RoomForm, seenRoom } from './room-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type RoomRefusal = 'room-taken' | 'gone' | 'stale'

/** Adds a room, or changes one. With its name, the sessions and tracks that are held in it change theirs. */
export async function saveRoom(
  db: Kysely<Database>,
  input: { eventId: string; roomId: string | null; form: RoomForm; now: Instant; actor: Actor },
): Promise<Result<{ id: string; renamed: number }, RoomRefusal | 'busy'>> {
  const { eventId, roomId, form, now, actor } = input
  return await transact<{ id: string; renamed: number }, RoomRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const rooms = await db.selectFrom('rooms').select(['id', 'name', 'seats']).where('eventId', '=', eventId).execute()
    const known = rooms.find(({ id }) => id === roomId)
    if (roomId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (known && form.seen !== seenRoom(known)) throw new Refused({ code: 'stale' as const })
    if (rooms.some(({ id, name }) => id !== roomId && name === form.name))
      throw new Refused({ code: 'room-taken' as const, field: 'name' })
    const columns = { name: form.name, seats: form.seats ?? null }
    const id = known?.id ?? newId(now)
    if (known) await db.updateTable('rooms').set(columns).where('id', '=', id).execute()
    else
      await db
        .insertInto('rooms')
        .values({ id, eventId, ...columns, position: await nextPosition(db, 'rooms', eventId) })
        .execute()
    const renamed = known && known.name !== form.name ? await rename(db, { eventId, known, form, now }) : 0
    await recordAudit(db, now, [
      {
        actor,
        action: known ? 'room.changed' : 'room.added',
        objectKind: 'room',
        objectId: id,
        eventId,
        ...(known && { before: { name: known.name, seats: known.seats } }),
        after: { ...columns, renamed },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id, renamed }
  })
}

/** @returns how many sessions and tracks are held in it. */
async function rename(
  db: Kysely<Database>,
  { eventId, known, form, now }: { eventId: string; known: { name: string }; form: RoomForm; now: Instant },
): Promise<number> {
  const sessions = await db
    .updateTable('sessions')
    .set({ room: form.name, version: sql`version + 1`, updatedAt: now })
    .where('eventId', '=', eventId)
    .where('room', '=', known.name)
    .executeTakeFirst()
  const tracks = await db
    .updateTable('tracks')
    .set({ room: form.name })
    .where('eventId', '=', eventId)
    .where('room', '=', known.name)
    .executeTakeFirst()
  return Number(sessions.numUpdatedRows + tracks.numUpdatedRows)
}
