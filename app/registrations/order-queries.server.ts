import type { Kysely } from 'kysely'
import { emailKey, fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** What the key of an order is checked against, by the order's code; undefined when there is none. */
export async function keyedOrder(db: Kysely<Database>, code: string) {
  return await db
    .selectFrom('orders')
    .select(['id', 'code', 'keyVersion', 'updatedAt'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Who was named as paying; undefined when whoever ordered pays. */
export async function payerOf(db: Kysely<Database>, orderId: string) {
  return await db.selectFrom('payers').select(['name', 'email']).where('orderId', '=', orderId).executeTakeFirst()
}

/**
 * The order of a code, for somebody who also knows the name or the address of a person on it. Null otherwise, whether
 * the code is unknown or the name is wrong.
 */
export async function orderKnownTo(db: Kysely<Database>, { code, known }: { code: string; known: string }) {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('registrations', 'registrations.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['orders.id', 'people.fullName', 'people.latinName', 'people.emailKey'])
    .where('orders.code', '=', code)
    .execute()
  const name = fold(known)
  const knows = rows.find(
    ({ fullName, latinName, emailKey: key }) =>
      key === emailKey(known) || fold(fullName) === name || (latinName !== null && fold(latinName) === name),
  )
  return knows ? { id: knows.id } : null
}
