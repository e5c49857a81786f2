import type { Kysely } from 'kysely'
import { meanOf, spreadOf } from './total.ts'
import type { Database } from '#db/schema.ts'

/** Brings the mean, the spread and the number of an application's submitted reviews up to date. Part of a transaction. */
export async function recountApplication(db: Kysely<Database>, applicationId: string): Promise<void> {
  // Written before read, so that two reviewers who save at once count one after the other.
  await db
    .updateTable('applications')
    .set((row) => ({ reviewCount: row.ref('reviewCount') }))
    .where('id', '=', applicationId)
    .execute()
  const rows = await db
    .selectFrom('reviews')
    .select('total')
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'submitted')
    .execute()
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]))
  await db
    .updateTable('applications')
    .set({ score: meanOf(totals), spread: spreadOf(totals), reviewCount: totals.length })
    .where('id', '=', applicationId)
    .execute()
}
