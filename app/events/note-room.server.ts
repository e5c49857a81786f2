import type { Kysely } from 'kysely'
import { nextPosition } from './next-position.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** A room that something of the event is held in is one of its rooms: adds it behind the others where it is new. */
export async function noteRoom(
  db: Kysely<Database>,
  { eventId, name, now }: { eventId: string; name: string | null; now: Instant },
): Promise<void> {
  if (name === null || name === '') return
  const known = await db
    .selectFrom('rooms')
    .select('id')
    .where('eventId', '=', eventId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (known) return
  const position = await nextPosition(db, 'rooms', eventId)
  await db
    .insertInto('rooms')
    .ignore()
    .values({ id: newId(now), eventId, name, seats: null, position })
    .execute()
}
