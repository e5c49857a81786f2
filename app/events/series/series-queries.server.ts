import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** Every series by its name in the reader's language, with how many events it has. */
export async function listSeries(db: Kysely<Database>, language: string) {
  const [series, texts, counts] = await Promise.all([
    db
      .selectFrom('series')
      .leftJoin('hosts', 'hosts.id', 'series.hostId')
      .select(['series.id', 'series.slug', 'series.mark', 'series.needsReview', 'hosts.name as hostName'])
      .orderBy('series.position')
      .orderBy('series.slug')
      .execute(),
    db.selectFrom('seriesTexts').select(['seriesId', 'language', 'name']).execute(),
    db
      .selectFrom('events')
      .select((eb) => ['seriesId', eb.fn.countAll<number | string>().as('count')])
      .groupBy('seriesId')
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ seriesId }) => seriesId)
  const countOf = new Map(counts.map(({ seriesId, count }) => [seriesId, Number(count)]))
  return series.map((one) => ({
    ...one,
    needsReview: one.needsReview === 1,
    name: inLanguage(textsOf.get(one.id) ?? [], language, 'en')?.name ?? one.slug,
    events: countOf.get(one.id) ?? 0,
  }))
}

/** A series with all its texts; undefined when there is none. */
export async function seriesToEdit(db: Kysely<Database>, id: string) {
  const series = await db.selectFrom('series').selectAll().where('id', '=', id).executeTakeFirst()
  if (!series) return undefined
  const texts = await db.selectFrom('seriesTexts').selectAll().where('seriesId', '=', id).orderBy('language').execute()
  return { ...series, texts }
}
