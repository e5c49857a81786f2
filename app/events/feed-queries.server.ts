import type { Kysely } from 'kysely'
import type { CatalogueFilters } from './catalogue/filters.ts'
import { matchingEvents, visibleEvents } from './catalogue/matching.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** More than a calendar program can show, and little enough for one answer. */
export const LONGEST_FEED = 2000

/** The latest news of a query: its hundred events that changed last, with their texts in the reader's language. */
export async function changedEvents(db: Kysely<Database>, filters: CatalogueFilters, language: string, now: Instant) {
  const events = await matchingEvents(db, filters, now)
    .select(['events.id', 'events.slug', 'events.status', 'events.language', 'events.startsOn', 'events.endsOn'])
    .select(['events.city', 'events.country', 'events.format', 'events.isSample', 'events.publishedAt'])
    .select(['events.createdAt', 'events.updatedAt'])
    .orderBy('events.updatedAt', 'desc')
    .orderBy('events.id')
    .limit(100)
    .execute()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title', 'summary'])
    .where('eventId', 'in', ['', ...events.map(({ id }) => id)])
    .execute()
  const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
  return events.map((event) => {
    const text = inLanguage(textsOf.get(event.id) ?? [], language, event.language)
    return {
      ...event,
      title: text?.title ?? event.slug,
      summary: text?.summary ?? '',
      textLanguage: text?.language ?? event.language,
    }
  })
}

export type ChangedEvent = Awaited<ReturnType<typeof changedEvents>>[number]

/** What a map of the site lists: a page of the events that the public sees, and how many there are. */
export async function listedEvents(db: Kysely<Database>, { page, size }: { page: number; size: number }) {
  const [events, counted] = await Promise.all([
    visibleEvents(db)
      .select(['events.slug', 'events.updatedAt'])
      .orderBy('events.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    visibleEvents(db)
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { events, count: Number(counted.count) }
}

export async function seriesSlugs(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('series').select('slug').orderBy('position').orderBy('slug').execute()
  return rows.map(({ slug }) => slug)
}
