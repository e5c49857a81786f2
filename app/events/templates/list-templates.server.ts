import type { Kysely } from 'kysely'
import { withinReach } from '../within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** More than anybody keeps: those who do find them by their series. */
const MOST = 200

/** The templates within a reach, by series and name. */
export async function listTemplates(db: Kysely<Database>, { reach, language }: { reach: Reach; language: string }) {
  const templates = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.language', 'events.startsOn', 'events.endsOn', 'events.seriesId'])
    .select(['events.updatedAt', 'series.mark', 'series.slug as seriesSlug'])
    .where('events.isTemplate', '=', 1)
    .$if(reach !== 'all', (query) => query.where((eb) => withinReach(eb as never, reach as Exclude<Reach, 'all'>)))
    .orderBy('series.position')
    .orderBy('events.slug')
    .limit(MOST)
    .execute()
  if (templates.length === 0) return []
  const [texts, names] = await Promise.all([
    db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title'])
      .where(
        'eventId',
        'in',
        templates.map(({ id }) => id),
      )
      .execute(),
    db
      .selectFrom('seriesTexts')
      .select(['seriesId', 'language', 'shortName'])
      .where(
        'seriesId',
        'in',
        templates.map(({ seriesId }) => seriesId),
      )
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
  const namesOf = Map.groupBy(names, ({ seriesId }) => seriesId)
  return templates.map((template) => {
    const text = inLanguage(textsOf.get(template.id) ?? [], language, template.language)
    return {
      ...template,
      title: text?.title ?? template.slug,
      titleLanguage: text?.language ?? template.language,
      series: inLanguage(namesOf.get(template.seriesId) ?? [], language)?.shortName ?? template.seriesSlug,
    }
  })
}
