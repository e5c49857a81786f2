import { type Kysely, sql } from 'kysely'
import { type FigureEvent, mainAttendance } from './figure-event.server.ts'
import type { Database } from '#db/schema.ts'

/** By how many the confirmed seats of an event grew on a day (UTC); below zero when more were given up. */
export interface DayChange {
  day: string
  change: number
}

/**
 * The days on which the people of each event were confirmed and gave up again: two queries for all of them together. The
 * sum of an event's days is its confirmed people in its main way of coming.
 */
export async function dayChanges(db: Kysely<Database>, events: FigureEvent[]): Promise<Map<string, DayChange[]>> {
  const [came, left] = await Promise.all([
    countedBy(db, events, 'confirmedAt').execute(),
    countedBy(db, events, 'endedAt').where('registrations.endedAt', 'is not', null).execute(),
  ])
  return new Map(
    events.map((event) => {
      const attendance = mainAttendance(event)
      const days = new Map<string, number>()
      const add = (rows: typeof came, sign: 1 | -1) => {
        for (const row of rows)
          if (row.eventId === event.id && row.attendance === attendance)
            days.set(row.day, (days.get(row.day) ?? 0) + sign * Number(row.count))
      }
      add(came, 1)
      add(left, -1)
      return [
        event.id,
        [...days].map(([day, change]) => ({ day, change })).toSorted((one, other) => (one.day < other.day ? -1 : 1)),
      ]
    }),
  )
}

function countedBy(db: Kysely<Database>, events: FigureEvent[], moment: 'confirmedAt' | 'endedAt') {
  const day = sql<string>`substr(${sql.ref(`registrations.${moment}`)}, 1, 10)`
  return db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.eventId', 'ticketTypes.attendance', day.as('day')])
    .select(sql<number | string>`count(*)`.as('count'))
    .where(
      'registrations.eventId',
      'in',
      events.map(({ id }) => id),
    )
    .where('registrations.confirmedAt', 'is not', null)
    .where('registrations.mainRegistrationId', 'is', null)
    .groupBy(['registrations.eventId', 'ticketTypes.attendance', day])
}
