import { findEvents, listSeries, listTopicNames } from '#app/events/catalogue-queries.server.ts'
import type { CatalogueFilters } from '#app/events/catalogue/filters.ts'
import type { RequestContext } from '#app/http/context.server.ts'

/** A page of the catalogue, and the names that its filters have. Searches are as many as there are words: each is its own. */
export async function foundEvents({ services, language, now }: RequestContext, filters: CatalogueFilters) {
  const { db } = services
  const held = await services.publicFacts(now)
  const find = () => findEvents(services, filters, now, language)
  const [found, series, topicNames] = await Promise.all([
    filters.q === '' ? held(`found ${language} ${JSON.stringify(filters)}`, find) : find(),
    held(`series ${language}`, () => listSeries(db, language)),
    held(`topics ${language}`, () => listTopicNames(db, language)),
  ])
  return { found, series, topicNames }
}
