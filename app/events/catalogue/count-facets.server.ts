import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import { searchEvents } from '#db/dialects/search.ts'
import type { Database } from '#db/schema.ts'
import type { Instant } from '#app/values/moment.ts'
import { type Combination, type FacetCount, SINGLE, type Single } from './facet-tally.ts'
import type { CatalogueFilters } from './filters.ts'
import { hasScholarship, isFree, matchingEvents } from './matching.server.ts'

export type FacetCounts = Record<Single | 'topic' | 'language', FacetCount[]>

/** An event that the words of a query were found in. */
export type Hit = Combination & { id: string; rank: number; firstOn: string }

/** The events that meet the filters but for the single ones, by combination: few rows for any number of events. */
export async function findCombinations(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
): Promise<Combination[]> {
  const rows = await matchingEvents(db, filters, now, [...SINGLE])
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select((eb) => [...singleValues(eb, now), eb.fn.countAll<number>().as('count')])
    .groupBy(sql.raw('1, 2, 3, 4, 5, 6, 7'))
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** The same one by one, with how well each meets the words: the index is asked once, and the rest is counting. */
export async function findHits(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  words: string[],
  now: Instant,
): Promise<Hit[]> {
  const rows = await matchingEvents(db, { ...filters, q: '' }, now, [...SINGLE])
    .innerJoin('series', 'series.id', 'events.seriesId')
    .innerJoin(searchEvents(db, words), 'found.eventId', 'events.id')
    .select((eb) => [...singleValues(eb, now), 'events.id', 'events.firstOn', 'found.rank'])
    .execute()
  return rows.map((row) => ({ ...row, count: 1 }))
}

function singleValues(eb: ExpressionBuilder<Database, 'events' | 'series'>, now: Instant) {
  return [
    'series.slug as series',
    'events.country',
    'events.format',
    'events.level',
    eb.case().when(isFree(eb)).then('free').end().as('price'),
    eb.case().when(hasScholarship(eb, now)).then('open').end().as('scholarship'),
    eb.case().when('events.endsAt', '>', now).then('upcoming').else('past').end().as('when'),
  ] as const
}

/** Of how many ids a list may be before asking anew is quicker. */
const MOST_IDS = 2000

/** The topics of the events that meet the other filters; `ids` are those that meet all, where they are known. */
export async function countTopics(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  ids: string[] | null,
): Promise<FacetCount[]> {
  const events = isShort(ids) && filters.topic.length === 0 ? ids : idsOf(db, filters, now, 'topic')
  const rows = await db
    .selectFrom('eventTopics')
    .select((eb) => ['topic as value', eb.fn.countAll<number>().as('count')])
    .where('eventId', 'in', events)
    .groupBy('topic')
    .execute()
  return rows.map(({ value, count }) => ({ value, count: Number(count) }))
}

/** The same for the languages that are spoken there. */
export async function countLanguages(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  ids: string[] | null,
): Promise<FacetCount[]> {
  const events = isShort(ids) && filters.language.length === 0 ? ids : idsOf(db, filters, now, 'language')
  const rows = await db
    .selectFrom('eventLanguages')
    .select((eb) => ['language as value', eb.fn.countAll<number>().as('count')])
    .where('eventId', 'in', events)
    .groupBy('language')
    .execute()
  return rows.map(({ value, count }) => ({ value, count: Number(count) }))
}

function idsOf(db: Kysely<Database>, filters: CatalogueFilters, now: Instant, dimension: 'topic' | 'language') {
  return matchingEvents(db, filters, now, [dimension]).select('events.id')
}

function isShort(ids: string[] | null): ids is string[] {
  return ids !== null && ids.length > 0 && ids.length <= MOST_IDS
}
