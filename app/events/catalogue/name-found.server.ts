import type { Kysely } from 'kysely'
import { listSeries, listTopicNames } from '../catalogue-queries.server.ts'
import { type CatalogueFilters, isFiltered } from './filters.ts'
import { hostNames } from './find-hosts.server.ts'
import { nameFilters } from './name-filters.ts'
import type { Translate } from '#app/locales/translate.ts'
import type { Database } from '#db/schema.ts'

/** What a calendar of these filters is called; asks for the names of what is in them only where anything is. */
export async function nameFound(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  t: Translate,
  language: string,
): Promise<string> {
  if (!isFiltered(filters)) return nameFilters(filters, { series: [], topicNames: {} }, t, language)
  const [series, topicNames, hosts] = await Promise.all([
    listSeries(db, language),
    listTopicNames(db, language),
    hostNames(db, filters.host),
  ])
  return nameFilters(filters, { series, topicNames, hosts }, t, language)
}
