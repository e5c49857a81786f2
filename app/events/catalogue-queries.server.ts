import type { Kysely } from 'kysely'
import { searchEvents } from '#db/dialects/search.ts'
import type { Database } from '#db/schema.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import { type FacetCounts, tally } from './catalogue/facet-tally.ts'
import { type CatalogueFilters, NO_FILTERS } from './catalogue/filters.ts'
import { findCombinations, findHits, type Hit } from './catalogue/find-combinations.server.ts'
import { findRows } from './catalogue/find-rows.server.ts'
import { matchingEvents, visibleEvents } from './catalogue/matching.server.ts'
import type { CatalogueRow } from './catalogue/row.ts'
import { searchWords } from './search-words.ts'

export const PAGE_SIZE = 25

export interface FoundEvents {
  rows: CatalogueRow[]
  total: number
  pageCount: number
  facets: FacetCounts
}

/** One page of the catalogue: its rows, how many there are, and what every other choice would give. */
export async function findEvents(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  language: string,
): Promise<FoundEvents> {
  const words = searchWords(filters.q)
  const page = { limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }
  const { ids, total, facets } =
    words.length > 0 ? await findByWords(db, filters, words, now, page) : await findByDay(db, filters, now, page)
  const rows = await findRows(db, ids, language, now)
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)), facets }
}

interface Page {
  limit: number
  offset?: number
}

async function findByWords(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  words: string[],
  now: Instant,
  { limit, offset = 0 }: Page,
) {
  const { met, total, facets } = tally(await findHits(db, filters, words, now), filters)
  const best = met.toSorted(bestFirst).slice(offset, offset + limit)
  return { ids: best.map(({ id }) => id), total, facets }
}

async function findByDay(db: Kysely<Database>, filters: CatalogueFilters, now: Instant, page: Page) {
  const [combinations, ids] = await Promise.all([
    findCombinations(db, filters, now),
    findEventIds(db, filters, now, page),
  ])
  return { ids, ...tally(combinations, filters) }
}

/** As `findEventIds` orders them. */
function bestFirst(one: Hit, other: Hit): number {
  if (one.rank !== other.rank) return one.rank - other.rank
  if (one.firstOn !== other.firstOn) return one.firstOn < other.firstOn ? 1 : -1
  return one.id < other.id ? -1 : 1
}

/** The ids that the filters give, best first when words are sought, else soonest first, and of the past latest first. */
export async function findEventIds(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  { limit, offset = 0 }: Page,
): Promise<string[]> {
  const words = searchWords(filters.q)
  const direction = filters.when === 'upcoming' ? 'asc' : 'desc'
  const rows =
    words.length > 0
      ? await matchingEvents(db, { ...filters, q: '' }, now)
          .innerJoin(searchEvents(db, words), 'found.eventId', 'events.id')
          .select('events.id')
          .orderBy('found.rank')
          .orderBy('events.firstOn', 'desc')
          .orderBy('events.id')
          .limit(limit)
          .offset(offset)
          .execute()
      : await matchingEvents(db, filters, now)
          .select('events.id')
          .orderBy('events.firstOn', direction)
          .orderBy('events.id', direction)
          .limit(limit)
          .offset(offset)
          .execute()
  return rows.map(({ id }) => id)
}

/** The flagship whose registration is open and which comes first, for the poster of the front page. */
export async function findFeatured(
  db: Kysely<Database>,
  now: Instant,
  language: string,
): Promise<CatalogueRow | undefined> {
  const candidates = await visibleEvents(db)
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select('events.id')
    .where('series.mark', 'in', ['inet', 'ndss'])
    .where('events.status', '=', 'published')
    .where('events.postponedAt', 'is', null)
    .where('events.endsAt', '>', now)
    .orderBy('events.firstOn')
    .limit(10)
    .execute()
  const rows = await findRows(
    db,
    candidates.map(({ id }) => id),
    language,
    now,
  )
  const isOpen = ({ status }: CatalogueRow) => status.kind === 'open' || status.kind === 'application'
  return rows.find((row) => isOpen(row) && row.series.mark === 'inet') ?? rows.find(isOpen) ?? rows[0]
}

export interface SeriesSummary {
  id: string
  slug: string
  mark: CatalogueRow['series']['mark']
  name: string
  shortName: string
  kind: string
  summary: string
  /** The language of the texts. */
  language: string
}

/** Every series with its texts, in their order. */
export async function listSeries(db: Kysely<Database>, language: string): Promise<SeriesSummary[]> {
  const [series, texts] = await Promise.all([
    db.selectFrom('series').select(['id', 'slug', 'mark']).orderBy('position').orderBy('slug').execute(),
    db.selectFrom('seriesTexts').selectAll().execute(),
  ])
  const textsOf = Map.groupBy(texts, (text) => text.seriesId)
  return series.map(({ id, slug, mark }) => {
    const text = inLanguage(textsOf.get(id) ?? [], language, 'en')
    return {
      id,
      slug,
      mark,
      name: text?.name ?? slug,
      shortName: text?.shortName ?? slug,
      kind: text?.kind ?? '',
      summary: text?.summary ?? '',
      language: text?.language ?? language,
    }
  })
}

/** The names of topics in the reader's language, by slug. */
export async function listTopicNames(db: Kysely<Database>, language: string): Promise<Record<string, string>> {
  const texts = await db.selectFrom('topicTexts').selectAll().execute()
  const names = [...Map.groupBy(texts, (text) => text.slug)].map(
    ([slug, own]) => [slug, inLanguage(own, language, 'en')!.name] as const,
  )
  return Object.fromEntries(names)
}

/** The year of the first event that the history knows, or null while there is none. */
export async function findFirstYear(db: Kysely<Database>): Promise<string | null> {
  const first = await visibleEvents(db).select('events.firstOn').orderBy('events.firstOn').limit(1).executeTakeFirst()
  return first?.firstOn.slice(0, 4) ?? null
}

/** One series, or undefined when there is none at that address. */
export async function findSeries(
  db: Kysely<Database>,
  slug: string,
  language: string,
): Promise<SeriesSummary | undefined> {
  return (await listSeries(db, language)).find((series) => series.slug === slug)
}

/** The events of one series on one side of now; of the past a page at a time. */
export async function findSeriesEvents(
  db: Kysely<Database>,
  series: string,
  page: { when: 'upcoming' | 'past'; limit: number; offset: number },
  now: Instant,
  language: string,
): Promise<CatalogueRow[]> {
  const filters = { ...NO_FILTERS, series: [series], when: page.when }
  return await findRows(db, await findEventIds(db, filters, now, page), language, now)
}

export async function countSeriesEvents(
  db: Kysely<Database>,
  series: string,
  when: 'upcoming' | 'past',
  now: Instant,
): Promise<number> {
  const { count } = await matchingEvents(db, { ...NO_FILTERS, series: [series], when }, now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
