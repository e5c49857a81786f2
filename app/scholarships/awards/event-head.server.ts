import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What the pages about an award say of its event. */
export async function eventHead(db: Kysely<Database>, { eventId, language }: { eventId: string; language: string }) {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.zone', 'events.language', 'series.mark'])
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  const texts = await db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute()
  return { ...event, title: inLanguage(texts, language, event.language)?.title ?? event.slug }
}
