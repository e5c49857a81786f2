import type { Kysely } from 'kysely'
import type { CatalogueFilters } from './catalogue/filters.ts'
import { isUpcoming, matchingEvents, visibleEvents } from './catalogue/matching.server.ts'
import { foundNumbers } from './search/found-numbers.server.ts'
import { searchWords } from './search-words.ts'
import { PAST_DAYS } from '#app/calendar/past-days.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { addDays, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The most events that one calendar holds: more than the history has, and what calendar programs still take. */
const LONGEST_FEED = 10_000

/** The documents in which the words of a query are found, as many as a feed may hold; null where it has no words. */
export async function foundByWords(db: Kysely<Database>, { q }: CatalogueFilters): Promise<number[] | null> {
  const words = searchWords(q)
  return words.length > 0 ? await foundNumbers(db, words, LONGEST_FEED) : null
}

/**
 * The events of a query as a calendar has them, as a question to be finished: those to come and those of the last
 * ninety days, soonest first; or the past or everything, latest first. Days begin at midnight UTC, so that a calendar
 * changes at one moment of the day at most when nothing changes.
 */
export function feedEvents(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  numbers: number[] | null = null,
) {
  const isAhead = filters.when === 'upcoming'
  const direction = isAhead ? 'asc' : 'desc'
  const since = `${addDays(now.slice(0, 10), -PAST_DAYS)}T00:00:00.000Z`
  return matchingEvents(db, isAhead ? { ...filters, when: 'all' } : filters, now, { numbers, isInOrder: !isAhead })
    .$if(isAhead, (query) => query.where((eb) => isUpcoming(eb, since)))
    .orderBy('events.firstOn', direction)
    .orderBy('events.id', direction)
    .limit(LONGEST_FEED)
}

/** When any event last changed, came or went. */
export async function lastChange(db: Kysely<Database>): Promise<Instant | null> {
  const { at } = await db
    .selectFrom('events')
    .select(({ fn }) => fn.max('updatedAt').as('at'))
    .executeTakeFirstOrThrow()
  return at
}

/** The latest news of a query: its hundred events that changed last, with their texts in the reader's language. */
export async function changedEvents(db: Kysely<Database>, filters: CatalogueFilters, language: string, now: Instant) {
  const events = await matchingEvents(db, filters, now, { numbers: await foundByWords(db, filters) })
    .select(['events.id', 'events.slug', 'events.status', 'events.language', 'events.startsOn', 'events.endsOn'])
    .select(['events.city', 'events.country', 'events.format', 'events.isSample', 'events.publishedAt'])
    .select('events.postponedAt')
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
