import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What an event's calls may be applied for with, by code: each once. */
export async function listChoiceCodes(db: Kysely<Database>, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('callChoices')
    .innerJoin('calls', 'calls.id', 'callChoices.callId')
    .select('callChoices.code')
    .distinct()
    .where('calls.eventId', '=', eventId)
    .orderBy('callChoices.code')
    .execute()
  return rows.map(({ code }) => code)
}
