import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What waits to be sent about an event is not sent: the people of a sample are invented. */
export async function withdrawMails(db: Kysely<Database>, { eventId }: { eventId: string }): Promise<void> {
  await db
    .updateTable('messages')
    .set({ state: 'withdrawn' })
    .where('state', '=', 'waiting')
    .where('eventId', '=', eventId)
    .execute()
}
