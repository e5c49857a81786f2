import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The days on which each ticket type lets in; one that is not in it lets in on all. */
export async function ticketDays(db: Kysely<Database>, eventId: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('ticketTypeDays')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
    .select(['ticketTypeDays.ticketTypeId', 'ticketTypeDays.heldOn'])
    .where('ticketTypes.eventId', '=', eventId)
    .orderBy('ticketTypeDays.heldOn')
    .execute()
  const byType = Map.groupBy(rows, ({ ticketTypeId }) => ticketTypeId)
  return new Map([...byType].map(([id, own]) => [id, own.map(({ heldOn }) => heldOn)]))
}
