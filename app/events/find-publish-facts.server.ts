import { type Kysely, sql } from 'kysely'
import type { PublishFacts } from './publish-checklist.ts'
import type { Database } from '#db/schema.ts'

/** What the publish checklist looks at, as stored now. */
export async function findPublishFacts(
  db: Kysely<Database>,
  eventId: string,
): Promise<(PublishFacts & { zone: string; isEverPublished: boolean }) | null> {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
  if (!event) return null
  const [texts, types, withSeats, people, sessions] = await Promise.all([
    db.selectFrom('eventTexts').selectAll().where('eventId', '=', eventId).execute(),
    db
      .selectFrom('ticketTypes')
      .select(sql<number>`count(*)`.as('count'))
      .where('eventId', '=', eventId)
      .where('isClosed', '=', 0)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('ticketTypes')
      .innerJoin('ticketTypeQuotas', 'ticketTypeQuotas.ticketTypeId', 'ticketTypes.id')
      .select(sql<number>`count(distinct ticket_types.id)`.as('count'))
      .where('ticketTypes.eventId', '=', eventId)
      .where('ticketTypes.isClosed', '=', 0)
      .executeTakeFirstOrThrow(),
    countOf(db, 'eventPeople', eventId),
    countOf(db, 'sessions', eventId),
  ])
  const own = texts.find((text) => text.language === event.language)
  return {
    title: own?.title ?? '',
    summary: own?.summary ?? '',
    accessNote: own?.accessNote ?? '',
    description: own?.description ?? '',
    visaNote: own?.visaNote ?? '',
    cancellationNote: own?.cancellationNote ?? '',
    language: event.language,
    textLanguages: texts.map((text) => text.language),
    startsOn: event.startsOn,
    lastOn: event.lastOn,
    format: event.format,
    country: event.country,
    city: event.city,
    venue: event.venue,
    onlineUrl: event.onlineUrl,
    contactEmail: event.contactEmail,
    admission: event.admission,
    ticketTypes: Number(types.count),
    ticketTypesWithoutSeats: Number(types.count) - Number(withSeats.count),
    people,
    sessions,
    zone: event.zone,
    isEverPublished: event.publishedAt !== null,
  }
}

async function countOf(db: Kysely<Database>, table: 'eventPeople' | 'sessions', eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(sql<number>`count(*)`.as('count'))
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
