import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Makes the applications of an address those of its account, once whoever signs in has shown that it is theirs. */
export async function adoptApplications(
  db: Kysely<Database>,
  { accountId, emailKey }: { accountId: string; emailKey: string },
): Promise<void> {
  await db
    .updateTable('applications')
    .set({ accountId })
    .where('accountId', 'is', null)
    .where('personId', 'in', (query) => query.selectFrom('people').select('id').where('emailKey', '=', emailKey))
    .execute()
}
