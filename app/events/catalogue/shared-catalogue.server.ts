import type { Kysely } from 'kysely'
import { type EventColumns, eventColumns } from './event-columns.ts'
import type { CatalogueFilters } from './filters.ts'
import { findInColumns, type Found, type Page } from './find-in-columns.ts'
import { readAllFacts, readChangedFacts } from './read-facts.server.ts'
import { rankDocuments } from '../search/rank-documents.ts'
import { readPostings } from '../search/read-postings.server.ts'
import { searchWords } from '../search-words.ts'
import { askedOnce } from '#app/values/asked-together.ts'
import type { Instant } from '#app/values/moment.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import type { Database } from '#db/schema.ts'

/** Finds and counts events. */
export interface Catalogue {
  find(filters: CatalogueFilters, now: Instant, page: Page): Promise<Found>
}

/**
 * Keeps what finding and counting need of every event in memory: read whole when first asked, and before every answer
 * what has changed since, so that no answer is older than its question, whichever process made the change.
 */
export function shareCatalogue(db: Kysely<Database>): Catalogue {
  let known: { columns: EventColumns; version: number } | null = null
  const once = askedOnce<EventColumns>()

  async function fresh(): Promise<EventColumns> {
    if (known === null) {
      const version = await contentVersion(db)
      known = { version, columns: await readColumns(db) }
    }
    const { version, facts } = await readChangedFacts(db, known.version)
    for (const one of facts) known.columns.put(one)
    known.version = version
    return known.columns
  }

  return {
    async find(filters, now, page) {
      const words = searchWords(filters.q)
      const [columns, postings, series, hostIds] = await Promise.all([
        once('', fresh),
        words.length > 0 ? readPostings(db, words) : null,
        db.selectFrom('series').select(['id', 'slug']).execute(),
        filters.host.length > 0 ? hostsNamed(db, filters.host) : [],
      ])
      const idOf = new Map(series.map(({ id, slug }) => [slug, id]))
      const found = findInColumns(columns, {
        ...page,
        filters,
        now,
        seriesIds: filters.series.map((slug) => idOf.get(slug) ?? slug),
        hostIds,
        scores: postings && rankDocuments(postings, columns.placeOf, columns.ids.length),
      })
      const slugOf = new Map(series.map(({ id, slug }) => [id, slug]))
      const ofSeries = found.facets.series.map(({ value, count }) => ({ value: slugOf.get(value) ?? value, count }))
      return { ...found, facets: { ...found.facets, series: ofSeries } }
    },
  }
}

/** In parts, so that others have their turn. */
async function readColumns(db: Kysely<Database>): Promise<EventColumns> {
  const columns = eventColumns()
  for await (const facts of readAllFacts(db)) {
    for (const one of facts) columns.put(one)
    await ownTurn()
  }
  return columns
}

async function contentVersion(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('contentVersions')
    .select('version')
    .where('name', '=', 'catalogue')
    .executeTakeFirst()
  return row?.version ?? 0
}

async function hostsNamed(db: Kysely<Database>, slugs: string[]): Promise<string[]> {
  const rows = await db.selectFrom('hosts').select('id').where('slug', 'in', slugs).execute()
  return rows.map(({ id }) => id)
}
