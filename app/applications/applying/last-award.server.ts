import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The year of the last event at which an address held an award of ours, besides this one; null when we know of none. */
export async function lastAwardOf(
  db: Kysely<Database>,
  { emailKey, eventId }: { emailKey: string | null; eventId: string },
): Promise<number | null> {
  if (emailKey === null) return null
  const found = await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('events', 'events.id', 'awards.eventId')
    .select('events.startsOn')
    .where('people.emailKey', '=', emailKey)
    .where('awards.eventId', '<>', eventId)
    .where('awards.state', 'in', ['accepted', 'ended'])
    .orderBy('events.startsOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ? Number(found.startsOn.slice(0, 4)) : null
}
