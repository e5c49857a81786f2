import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { FacetCounts } from './catalogue/facet-tally.ts'
import { type CatalogueFilters, NO_FILTERS } from './catalogue/filters.ts'
import { findRows } from './catalogue/find-rows.server.ts'
import { visibleEvents, visibleEventsInOrder } from './catalogue/matching.server.ts'
import type { CatalogueRow } from './catalogue/row.ts'
import type { Catalogue } from './catalogue/shared-catalogue.server.ts'

export const PAGE_SIZE = 25

export interface FoundEvents {
  rows: CatalogueRow[]
  total: number
  pageCount: number
  facets: FacetCounts
}

/** Where the catalogue is found and read. */
export interface CatalogueSource {
  db: Kysely<Database>
  catalogue: Catalogue
}

/** One page of the catalogue: its rows, how many there are, and what every other choice would give. */
export async function findEvents(
  { db, catalogue }: CatalogueSource,
  filters: CatalogueFilters,
  now: Instant,
  language: string,
): Promise<FoundEvents> {
  const page = { limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }
  const { ids, total, facets } = await catalogue.find(filters, now, page)
  const rows = await findRows(db, ids, language, now)
  return { rows, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)), facets }
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
  const first = await visibleEventsInOrder(db)
    .select('events.firstOn')
    .orderBy('events.firstOn')
    .limit(1)
    .executeTakeFirst()
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

/** The events of one series on one side of now, of the past a page at a time, and how many there are. */
export async function findSeriesEvents(
  { db, catalogue }: CatalogueSource,
  series: string,
  { when, ...page }: { when: 'upcoming' | 'past'; limit: number; offset: number },
  now: Instant,
  language: string,
): Promise<{ rows: CatalogueRow[]; total: number }> {
  const { ids, total } = await catalogue.find({ ...NO_FILTERS, series: [series], when }, now, page)
  return { rows: await findRows(db, ids, language, now), total }
}
