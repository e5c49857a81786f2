import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { searchEvents } from '#db/dialects/search.ts'
import type { Database } from '#db/schema.ts'
import type { Instant } from '#app/values/moment.ts'
import { type Combination, DIMENSIONS } from './facet-tally.ts'
import type { CatalogueFilters } from './filters.ts'
import { hasScholarship, isFree, isUpcoming, matchingEvents } from './matching.server.ts'

/** An event that the words of a query were found in. */
export type Hit = Combination & { id: string; rank: number; firstOn: string }

/** The events of the filters' time, by combination of what facets count: few rows for any number of events. */
export async function findCombinations(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
): Promise<Combination[]> {
  const [slugs, rows] = await Promise.all([
    seriesSlugs(db),
    matchingEvents(db, filters, now, { except: [...DIMENSIONS] })
      .select((eb) => [...facetValues(eb, now), eb.fn.countAll<number>().as('count')])
      .groupBy(sql.raw(DIMENSIONS.map((_, at) => at + 1).join(', ')))
      .execute(),
  ])
  return rows.map((row) => ({ ...row, series: slugs.get(row.series)!, count: Number(row.count) }))
}

/** The same one by one, with how well each meets the words: the index is asked once, and the rest is counting. */
export async function findHits(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  words: string[],
  now: Instant,
): Promise<Hit[]> {
  const [slugs, rows] = await Promise.all([
    seriesSlugs(db),
    matchingEvents(db, { ...filters, q: '' }, now, { except: [...DIMENSIONS] })
      .innerJoin(searchEvents(db, words), 'found.eventId', 'events.id')
      .select((eb) => [...facetValues(eb, now), 'events.id', 'events.firstOn', 'found.rank'])
      .execute(),
  ])
  return rows.map((row) => ({ ...row, series: slugs.get(row.series)!, count: 1 }))
}

/** Read by themselves: joined, they make MariaDB sort every event once more. */
async function seriesSlugs(db: Kysely<Database>): Promise<Map<string, string>> {
  const series = await db.selectFrom('series').select(['id', 'slug']).execute()
  return new Map(series.map(({ id, slug }) => [id, slug]))
}

function facetValues(eb: ExpressionBuilder<Database, 'events'>, now: Instant) {
  return [
    'events.seriesId as series',
    'events.country',
    'events.format',
    'events.level',
    eb.case().when(isFree(eb)).then('free').end().as('price'),
    eb.case().when(hasScholarship(eb, now)).then('open').end().as('scholarship'),
    eb.case().when(isUpcoming(eb, now)).then('upcoming').else('past').end().as('when'),
    'events.languages as language',
    'events.topics as topic',
  ] as const
}
