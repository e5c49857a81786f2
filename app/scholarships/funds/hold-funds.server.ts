import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Makes whoever moves money of an event wait until the transaction ends. Taken before shares are written: their foreign
 * keys lock a fund for reading, and two who then both wanted to change it would wait for each other.
 */
export async function holdFunds(db: Kysely<Database>, eventId: string): Promise<void> {
  const funds = await db.selectFrom('funds').select('id').where('eventId', '=', eventId).orderBy('id').execute()
  for (const { id } of funds)
    await db
      .updateTable('funds')
      .set((row) => ({ version: row.ref('version') }))
      .where('id', '=', id)
      .execute()
}
