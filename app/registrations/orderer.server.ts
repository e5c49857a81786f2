import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whom the mails of an order go to, and in which language; null for an erased person, who is not written to. */
export async function ordererOf(db: Kysely<Database>, orderId: string) {
  const { email, ...orderer } = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.eventId', 'orders.language', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  return email === null ? null : { ...orderer, recipient: { email, name: orderer.fullName } }
}
