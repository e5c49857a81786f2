import type { Kysely } from 'kysely'
import { readingAt } from '#app/events/wall-time.ts'
import type { Database } from '#db/schema.ts'

/** An event as the form of a change begins with it, and the languages of its texts, its own first. */
export async function changedEvent(db: Kysely<Database>, eventId: string) {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
  const texts = await db.selectFrom('eventTexts').select('language').where('eventId', '=', eventId).execute()
  const session = await db
    .selectFrom('sessions')
    .select('id')
    .where('eventId', '=', eventId)
    .limit(1)
    .executeTakeFirst()
  const facts = {
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    startsTime: event.startsTime ?? '',
    endsTime: event.endsTime ?? '',
    startsMoment: readingAt(event.startsOn, event.startsTime, event.zone, event.startsLater === 1),
    endsMoment: readingAt(event.endsOn, event.endsTime, event.zone, event.endsLater === 1),
    zone: event.zone,
    format: event.format,
    country: event.country ?? '',
    city: event.city ?? '',
    venue: event.venue ?? '',
    address: event.address ?? '',
    onlineUrl: event.onlineUrl ?? '',
  }
  const { status, publishedAt, postponedAt, endsAt, language } = event
  return {
    status,
    publishedAt,
    postponedAt,
    endsAt,
    language,
    facts,
    /** As the form would send it if nobody typed anything. */
    typed: Object.fromEntries(
      [...Object.entries(facts), ['tell', 'on'], ['programme', 'on']].map(([name, value]) => [name!, [value!]]),
    ),
    hasSessions: session !== undefined,
    languages: [language, ...texts.map((text) => text.language).filter((code) => code !== language)],
  }
}
