import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Other registrations of the same address, wherever, the newest first. Which events the reader may see is theirs to know. */
export async function othersOf(
  db: Kysely<Database>,
  { emailKey, registrationId, limit }: { emailKey: string; registrationId: string; limit: number },
) {
  const rows = await db
    .selectFrom('people')
    .innerJoin('registrations', 'registrations.personId', 'people.id')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .leftJoin('eventTexts', (join) =>
      join.onRef('eventTexts.eventId', '=', 'events.id').onRef('eventTexts.language', '=', 'events.language'),
    )
    .select(['registrations.id', 'registrations.state', 'registrations.createdAt', 'registrations.ticketTypeId'])
    .select(['events.id as eventId', 'events.seriesId', 'events.slug', 'events.startsOn', 'eventTexts.title'])
    .where('people.emailKey', '=', emailKey)
    .where('registrations.id', '<>', registrationId)
    .orderBy('registrations.createdAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, title: row.title ?? row.slug }))
}
