import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

export interface ListedRoom {
  /** Null for a name that a session or a track has and nobody has described. */
  id: string | null
  name: string
  seats: number | null
  position: number
  sessions: number
  tracks: number
}

/** The rooms of an event in their order, with how much is held in each; then names that are used and not among them. */
export async function listRooms(db: Kysely<Database>, eventId: string): Promise<ListedRoom[]> {
  const count = sql<number>`count(*)`.as('count')
  const [rooms, sessions, tracks] = await Promise.all([
    db
      .selectFrom('rooms')
      .select(['id', 'name', 'seats', 'position'])
      .where('eventId', '=', eventId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db.selectFrom('sessions').select(['room', count]).where('eventId', '=', eventId).groupBy('room').execute(),
    db.selectFrom('tracks').select(['room', count]).where('eventId', '=', eventId).groupBy('room').execute(),
  ])
  const [held, taught] = [sessions, tracks].map(
    (used) => new Map(used.flatMap(({ room, count }) => (room ? [[room, Number(count)] as const] : []))),
  ) as [Map<string, number>, Map<string, number>]
  const known = new Set(rooms.map(({ name }) => name))
  const others = [...new Set([...held.keys(), ...taught.keys()])].filter((name) => !known.has(name)).toSorted()
  const unknown = others.map((name) => ({ id: null, name, seats: null, position: rooms.length }))
  return [...rooms, ...unknown].map((room) => ({
    ...room,
    sessions: held.get(room.name) ?? 0,
    tracks: taught.get(room.name) ?? 0,
  }))
}

/** What is held in a room: the titles of sessions and the codes of tracks, the first few. */
export async function usesOfRoom(db: Kysely<Database>, { eventId, name }: { eventId: string; name: string }) {
  const [sessions, tracks] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'title', 'heldOn', 'startsTime', 'endsTime'])
      .where('eventId', '=', eventId)
      .where('room', '=', name)
      .orderBy('startsAt')
      .orderBy('id')
      .limit(MOST_USES)
      .execute(),
    db
      .selectFrom('tracks')
      .select(['id', 'code'])
      .where('eventId', '=', eventId)
      .where('room', '=', name)
      .orderBy('position')
      .limit(MOST_USES)
      .execute(),
  ])
  return { sessions, tracks }
}

const MOST_USES = 20
