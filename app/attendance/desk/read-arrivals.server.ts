import { type Kysely, sql } from 'kysely'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import { wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface Arrivals {
  arrived: number
  expected: number
  /** Of the last hours in which somebody came: `09` o'clock on which day, and how many. */
  hours: { day: string; hour: string; count: number }[]
}

/** A day at a desk. */
const HOURS_SHOWN = 12

/** How many have come through a door, and when. Two queries. */
export async function readArrivals(
  db: Kysely<Database>,
  { eventId, slot, trackId, zone }: { eventId: string; slot: string; trackId: string | null; zone: string },
): Promise<Arrivals> {
  const [{ expected }, byHour] = await Promise.all([
    db
      .selectFrom('registrations')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
      .select(sql<number>`count(*)`.as('expected'))
      .where('registrations.eventId', '=', eventId)
      .where('registrations.state', '=', 'confirmed')
      .where('ticketTypes.isAddon', '=', 0)
      .$if(trackId !== null, (query) => query.where(TRACK_OF, '=', trackId))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('attendanceStates')
      .select([sql<string>`substr(at, 1, 13)`.as('hour'), sql<number>`count(*)`.as('count')])
      .where('eventId', '=', eventId)
      .where('slot', '=', slot)
      .where('state', '=', 'present')
      .groupBy(sql`substr(at, 1, 13)`)
      .orderBy('hour')
      .execute(),
  ])
  const hours = byHour.map(({ hour, count }) => {
    const { day, time } = wallClock(`${hour}:00:00.000Z`, zone)
    return { day, hour: time, count: Number(count) }
  })
  const arrived = hours.reduce((sum, { count }) => sum + count, 0)
  return { arrived, expected: Number(expected), hours: hours.slice(-HOURS_SHOWN) }
}
