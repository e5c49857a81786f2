import type { Kysely } from 'kysely'
import { departureKey, stepsOf } from './own-standing.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Seats that are about to be taken from who sits on them: the row that says who it was is deleted with it. */
export async function seatsToLeave(db: Kysely<Database>, registrationIds: string[]) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.eventId', 'registrations.calendarSteps', 'people.emailKey'])
    .where('registrations.id', 'in', registrationIds)
    .execute()
}

/**
 * Notes, in the transaction of the change and after its audit entries, that these seats are no longer theirs: their
 * own calendars still have the event, and must hear that it is cancelled for them.
 */
export async function noteDepartures(
  db: Kysely<Database>,
  seats: Awaited<ReturnType<typeof seatsToLeave>>,
  now: Instant,
): Promise<void> {
  const steps = await stepsOf(
    db,
    seats.map(({ id }) => id),
  )
  const rows = seats.flatMap(({ id, eventId, calendarSteps, emailKey }) =>
    emailKey === null
      ? []
      : [
          {
            id: newId(now),
            eventId,
            personKey: departureKey(emailKey),
            steps: calendarSteps + (steps.get(id)?.count ?? 1),
            leftAt: now,
          },
        ],
  )
  if (rows.length > 0) await db.insertInto('calendarDepartures').values(rows).execute()
}
