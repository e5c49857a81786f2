import { type Kysely, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Gives back the places in sessions of seats that end, in the transaction that ends them, once their rows are locked.
 * Their audit entry is that of the seat.
 */
export async function releaseSignUps(
  db: Kysely<Database>,
  { registrationIds }: { registrationIds: string[] },
): Promise<void> {
  const rows = await db
    .selectFrom('sessionSignUps')
    .select(['sessionId', sql<number>`count(*)`.as('count')])
    .where('registrationId', 'in', registrationIds)
    .groupBy('sessionId')
    .orderBy('sessionId')
    .execute()
  if (rows.length === 0) return
  await db.deleteFrom('sessionSignUps').where('registrationId', 'in', registrationIds).execute()
  for (const { sessionId, count } of rows)
    await db
      .updateTable('sessions')
      .set({ signedUp: sql`signed_up - ${Number(count)}` })
      .where('id', '=', sessionId)
      .execute()
}
