import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Whom to write to about the event of a message that somebody answered; null where that is not known. */
export async function contactOf(db: Kysely<Database>, messageIds: string[]): Promise<string | null> {
  if (messageIds.length === 0) return null
  const rows = await db
    .selectFrom('messages')
    .innerJoin('events', 'events.id', 'messages.eventId')
    .select(['messages.id', 'events.contactEmail'])
    .where('messages.id', 'in', messageIds)
    .where('events.status', '<>', 'draft')
    .execute()
  const nearest = messageIds.map((id) => rows.find((row) => row.id === id)).find((row) => row?.contactEmail)
  return nearest?.contactEmail ?? null
}
