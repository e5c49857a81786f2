import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Where a registration of an event is found by other means: its order and its code. Undefined when the event has none. */
export async function registrationPlace(
  db: Kysely<Database>,
  { eventId, registrationId }: { eventId: string; registrationId: string },
) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.orderId', 'registrations.code', 'registrations.state'])
    .select(['registrations.note', 'people.fullName'])
    .where('registrations.id', '=', registrationId)
    .where('registrations.eventId', '=', eventId)
    .executeTakeFirst()
}
