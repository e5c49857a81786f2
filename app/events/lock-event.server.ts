import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** From here to the end of the transaction nobody else changes the event, nor its programme. */
export async function lockEvent(db: Kysely<Database>, eventId: string): Promise<void> {
  await db
    .updateTable('events')
    .set((row) => ({ version: row.ref('version') }))
    .where('id', '=', eventId)
    .execute()
}
