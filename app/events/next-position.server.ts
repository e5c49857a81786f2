import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Tables whose rows an organizer puts in order within an event. */
type Ordered = 'eventPeople' | 'tracks' | 'quotas' | 'ticketTypes' | 'questions' | 'priceRules' | 'rooms' | 'surveys'

/** The place behind the last row of an event, from 0. */
export async function nextPosition(db: Kysely<Database>, table: Ordered, eventId: string): Promise<number> {
  const last = await db
    .selectFrom(table as 'quotas')
    .select('position')
    .where('eventId', '=', eventId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? last.position + 1 : 0
}
