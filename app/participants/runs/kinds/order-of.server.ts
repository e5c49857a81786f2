import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Where a seat belongs, as the commands that change one ask for it. */
export async function orderOf(
  db: Kysely<Database>,
  registrationId: string,
): Promise<{ orderId: string; code: string }> {
  return await db
    .selectFrom('registrations')
    .select(['orderId', 'code'])
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow()
}
