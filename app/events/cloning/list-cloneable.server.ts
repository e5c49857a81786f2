import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** So many are offered; all others are found in the list of events. */
const OFFERED = 6

/** The newest editions of these series, to make the next one from. */
export async function listCloneable(
  db: Kysely<Database>,
  { seriesIds, language }: { seriesIds: string[]; language: string },
) {
  if (seriesIds.length === 0) return []
  const events = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.language', 'events.startsOn', 'events.endsOn', 'series.mark'])
    .where('events.seriesId', 'in', seriesIds)
    .where('events.isTemplate', '=', 0)
    .where('events.status', '!=', 'cancelled')
    .orderBy('events.firstOn', 'desc')
    .orderBy('events.id')
    .limit(OFFERED)
    .execute()
  if (events.length === 0) return []
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where(
      'eventId',
      'in',
      events.map(({ id }) => id),
    )
    .execute()
  return events.map((event) => {
    const text = inLanguage(
      texts.filter(({ eventId }) => eventId === event.id),
      language,
      event.language,
    )
    return { ...event, title: text?.title ?? event.slug, titleLanguage: text?.language ?? event.language }
  })
}
