import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenManyEvents } from './catalogue/many-events.ts'
import { givenParts } from './given-parts.ts'
import { publicCalls } from '#app/applications/applying/public-calls.server.ts'
import {
  type CatalogueSource,
  findEvents,
  findFeatured,
  findFirstYear,
  findSeriesEvents,
} from '#app/events/catalogue-queries.server.ts'
import { parseFilters } from '#app/events/catalogue/filters.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { refreshSearch } from '#app/events/refresh-search.server.ts'
import { changedEvents } from '#app/events/feed-queries.server.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import { hasAwardedNames } from '#app/scholarships/awards/awarded-names.server.ts'
import { waitingFor } from '#app/waiting-list/queries.server.ts'
import { dialectOf } from '#db/dialects/dialect.ts'
import type { Database } from '#db/schema.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { fullScans, plansOf, sorts } from '#tests/support/plan.ts'

const COUNT = 3000
/** An installation has a handful of series, whatever else it has; they are read whole. */
const FEW = ['series', 'series_texts']

let run: Awaited<ReturnType<typeof testServices>>
let event: { id: string; slug: string }
beforeAll(async () => {
  run = await testServices()
  const { db } = run
  await givenManyEvents(db, COUNT)
  await givenParts(db)
  await db.transaction().execute(async (db) => {
    await bumpContentVersion(db)
    const some = await db.selectFrom('events').select('id').orderBy('id').limit(20).execute()
    await refreshSearch(
      db,
      some.map(({ id }) => id),
    )
  })
  event = await db.selectFrom('events').select(['id', 'slug']).where('slug', '=', 'event-10').executeTakeFirstOrThrow()
})
afterAll(() => run.close())

type Read = (db: Kysely<Database>, from: CatalogueSource) => Promise<unknown>
const find =
  (query: string): Read =>
  (_, from) =>
    findEvents(from, parseFilters(new URLSearchParams(query)), NOW, 'en')

/** What one page asks, with what it may sort: the parts of one event, never events. */
const READS: [name: string, sorted: RegExp, read: Read][] = [
  ['the catalogue', /^$/, find('')],
  ['the catalogue, filtered', /^$/, find('topic=dns&country=KE&when=all')],
  ['the catalogue by words', /^$/, find('q=practice+pr&when=all')],
  ['a series', /^$/, (_, from) => findSeriesEvents(from, 'ntw', { when: 'past', limit: 25, offset: 0 }, NOW, 'en')],
  ['the flagship', /from .events. inner join .series/, (db) => findFeatured(db, NOW, 'en')],
  ['the first year', /^$/, (db) => findFirstYear(db)],
  [
    'an event',
    /topic_texts|from .(tracks|session_people)|from .events. inner join .event_texts/,
    (db) => eventView(db, event.slug, 'en'),
  ],
  [
    'a programme',
    /from .(tracks|sessions|session_people|session_materials)/,
    (db) => programmeView(db, event.slug, 'en'),
  ],
  ['the names of those with an award', /^$/, (db) => hasAwardedNames(db, { eventId: event.id, now: NOW })],
  ['the calls of an event', /from .calls/, (db) => publicCalls(db, { eventId: event.id, language: 'en' })],
  ['a waiting list', /^$/, (db) => waitingFor(db, { eventId: event.id, now: NOW })],
  [
    'the news of some words',
    /from .events/,
    (db) => changedEvents(db, parseFilters(new URLSearchParams('q=bogota')), 'en', NOW),
  ],
]

/** The catalogue has been read before: what is asked is what changes. */
async function warm(db: Kysely<Database>) {
  const catalogue = shareCatalogue(db)
  await catalogue.find(parseFilters(new URLSearchParams()), NOW, { limit: 1 })
  return catalogue
}

async function plansOfPage(read: Read) {
  const before = await plansOf(run.db, warm)
  const plans = await plansOf(run.db, async (db) => await read(db, { db, catalogue: await warm(db) }))
  return plans.slice(before.length)
}

describe('no read of the public looks through a table that grows', () => {
  test.each(READS)('%s', async (_, sorted, read) => {
    const plans = await plansOfPage(read)
    expect(plans.length).toBeGreaterThan(0)
    expect(fullScans(plans, { except: FEW })).toEqual([])
    expect(sorts(plans).filter((query) => !sorted.test(query))).toEqual([])
  })

  test('but reading the catalogue for the first time does, once: the reader of plans sees it', async () => {
    const plans = await plansOf(run.db, (db) => warm(db))
    const walked = plans.flatMap(({ steps }) => steps.filter(({ access }) => access === 'scan'))
    expect(walked.map(({ table }) => table)).toContain('events')
  })
})

/** These come last: nothing is found by the indexes after them. */
describe('without its index a read is found out', () => {
  const drop = async (index: string, table: string) => {
    const dropped = run.db.schema.dropIndex(index)
    await (dialectOf(run.db) === 'mysql' ? dropped.on(table) : dropped).execute()
  }

  test('that looks through all', async () => {
    await drop('event_search_changed', 'event_search')
    expect(fullScans(await plansOfPage(find(''))).map((one) => one.split(':')[0])).toContain('event_search')
  })

  test('that sorts all', async () => {
    await drop('events_by_day', 'events')
    expect(sorts(await plansOfPage((db) => findFirstYear(db)))).toHaveLength(1)
  })
})
