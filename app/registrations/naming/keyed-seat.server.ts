import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What the key of a seat is checked against, by the seat's code, and whose it is; undefined when there is none. */
export async function keyedSeat(db: Kysely<Database>, code: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'registrations.eventId'])
    .select(['orders.keyVersion', 'orders.language', 'people.emailKey'])
    .where('registrations.code', '=', code)
    .executeTakeFirst()
}
