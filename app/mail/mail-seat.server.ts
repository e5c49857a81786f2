import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** A seat as a mail to the person on it needs it; null when there is none. */
export async function mailSeat(db: Kysely<Database>, registrationId: string) {
  const seat = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select([
      'registrations.id',
      'registrations.code',
      'registrations.state',
      'registrations.eventId',
      'registrations.personId',
      'people.fullName',
      'orders.keyVersion',
    ])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirst()
  return seat ?? null
}
