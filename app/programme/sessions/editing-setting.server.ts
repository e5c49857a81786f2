import type { Kysely } from 'kysely'
import { listRooms } from '../rooms/list-rooms.server.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import type { Database } from '#db/schema.ts'

/** What the form of a session offers: the days and clocks of its event, its tracks and its rooms. */
export async function editingSetting(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
) {
  const [event, tracks, rooms] = await Promise.all([
    db.selectFrom('events').select(['zone', 'firstOn', 'lastOn']).where('id', '=', eventId).executeTakeFirstOrThrow(),
    listTracks(db, eventId, language),
    listRooms(db, eventId),
  ])
  return {
    ...event,
    tracks: tracks.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` })),
    rooms: rooms.map(({ name, seats }) => ({ name, seats })),
  }
}

/** The clocks of an event. */
export async function zoneOf(db: Kysely<Database>, eventId: string): Promise<string> {
  const { zone } = await db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow()
  return zone
}
