import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DIMENSIONS, type Dimension } from '#app/events/catalogue/facet-tally.ts'
import { type CatalogueFilters, parseFilters } from '#app/events/catalogue/filters.ts'
import { matchingEvents } from '#app/events/catalogue/matching.server.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { searchWords } from '#app/events/search-words.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

const SOME_WORDS = ['routing', 'router', 'rout', 'réseau', 'الشبكات', 'شبكة', '東京大学', 'ru', 'r', 'dns']
const some = <Value>(...values: Value[]) => fc.constantFrom(...values)
const few = <Value>(...values: Value[]) => fc.subarray(values, { maxLength: 2 })
const moments = [null, '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z']

const event = fc.record({
  title: fc.array(some(...SOME_WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  series: some('ntw', 'inet'),
  isHosted: fc.boolean(),
  status: some('published', 'published', 'published', 'cancelled', 'draft'),
  publishedAt: some(NOW, NOW, null),
  startsOn: some('2025-03-03', '2026-11-18', '2027-01-11', '2027-01-11', '2027-06-14'),
  country: some('RW', 'KE', null),
  format: some('onsite', 'online', 'hybrid'),
  level: some('introductory', 'advanced', null),
  admission: some('registration', 'none'),
  languages: few('en', 'fr', 'ar'),
  topics: few('dns', 'routing', 'security'),
  postponedAt: some(null, null, NOW),
  scholarshipFromAt: some(...moments),
  scholarshipUntilAt: some(...moments),
  price: some(undefined, 0, 6000),
  isHidden: some(0, 1),
})
type Given = typeof event extends fc.Arbitrary<infer Value> ? Value : never

const query = fc
  .record({
    q: some('', '', 'rout', 'r', 'router dns', 'reseau', 'شبك', '京大', 'nobody'),
    series: few('ntw', 'inet', 'no-such'),
    country: few('RW', 'KE', 'FR'),
    topic: few('dns', 'routing'),
    language: few('en', 'fr'),
    format: few('onsite', 'online'),
    level: few('introductory', 'advanced'),
    host: few('isoc', 'no-such'),
    from: some(null, null, '2026', '2027-01'),
    to: some(null, null, '2026-11-18', '2027'),
    when: some('upcoming', 'past', 'all'),
    price: some(null, null, 'free'),
    scholarship: some(null, null, 'open'),
  })
  .map((asked) => {
    const pairs = Object.entries(asked).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === null || one === '' ? [] : [[name, one]])),
    )
    return parseFilters(new URLSearchParams(pairs))
  })

/** Makes the event, or makes another one of it. */
async function write(db: Kysely<Database>, given: Given, id?: string): Promise<string> {
  const { title, series, isHosted, price, isHidden, languages, topics, ...rest } = given
  const seriesId = (await givenSeries(db, series)).id
  const hostId = isHosted ? (await db.selectFrom('hosts').select('id').executeTakeFirstOrThrow()).id : null
  const endsAt = `${rest.startsOn}T20:00:00.000Z`
  const columns = {
    ...rest,
    seriesId,
    hostId,
    firstOn: rest.startsOn,
    lastOn: rest.startsOn,
    endsOn: rest.startsOn,
    endsAt,
  } as const
  id ??= (
    await givenEvent(db, {
      ...columns,
      tickets: [{ seats: 9, ...(price === undefined ? {} : { price }), isHidden }],
    } as never)
  ).id
  await db
    .updateTable('events')
    .set(columns as never)
    .where('id', '=', id)
    .execute()
  await db.updateTable('eventTexts').set({ title }).where('eventId', '=', id).execute()
  await db.deleteFrom('eventLanguages').where('eventId', '=', id).execute()
  await db.deleteFrom('eventTopics').where('eventId', '=', id).execute()
  for (const language of languages) await db.insertInto('eventLanguages').values({ eventId: id, language }).execute()
  for (const topic of topics) await db.insertInto('eventTopics').values({ eventId: id, topic }).execute()
  await db.transaction().execute((db) => eventChanged(db, id, NOW))
  return id
}

/** The same said in SQL, words in code: what is read whole each time cannot be out of date. */
async function plainly(db: Kysely<Database>, filters: CatalogueFilters): Promise<string[]> {
  const rows = await matchingEvents(db, filters, NOW)
    .innerJoin('eventSearch', 'eventSearch.eventId', 'events.id')
    .select(['events.id', 'eventSearch.words'])
    .orderBy('events.firstOn', filters.when === 'upcoming' ? 'asc' : 'desc')
    .orderBy('events.id', filters.when === 'upcoming' ? 'asc' : 'desc')
    .execute()
  const sought = searchWords(filters.q)
  const meets = (words: string[]) => sought.every((word) => words.some((one) => one.startsWith(word)))
  return rows.filter(({ words }) => meets(words.split(' '))).map(({ id }) => id)
}

const CHOSEN: Record<Dimension, (value: string) => Partial<CatalogueFilters>> = {
  series: (value) => ({ series: [value] }),
  country: (value) => ({ country: [value] }),
  topic: (value) => ({ topic: [value] }),
  language: (value) => ({ language: [value] }),
  format: (value) => ({ format: [value as 'online'] }),
  level: (value) => ({ level: [value as 'advanced'] }),
  price: () => ({ isFree: true }),
  scholarship: () => ({ hasScholarship: true }),
  when: (value) => ({ when: value as 'past' }),
}
const VALUES: Record<Dimension, string[]> = {
  series: ['ntw', 'inet'],
  country: ['RW', 'KE'],
  topic: ['dns', 'routing', 'security'],
  language: ['en', 'fr', 'ar'],
  format: ['onsite', 'online', 'hybrid'],
  level: ['introductory', 'advanced'],
  price: ['free'],
  scholarship: ['open'],
  when: ['past', 'upcoming'],
}

test('what is found, in which order, and what every facet promises is what plain SQL says, after every change', async () => {
  const { db } = run
  await db
    .insertInto('hosts')
    .values({ id: newId(NOW), slug: 'isoc', name: 'A host', kind: 'chapter' })
    .execute()
  await db
    .insertInto('topics')
    .values(['dns', 'routing', 'security'].map((slug) => ({ slug })))
    .execute()
  const catalogue = shareCatalogue(db)
  const ids: string[] = []

  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { minLength: 1, maxLength: 4 }),
      fc.array(fc.record({ at: fc.nat(), becomes: event }), { maxLength: 2 }),
      fc.array(query, { minLength: 4, maxLength: 6 }),
      async (added, changed, queries) => {
        for (const given of added) ids.push(await write(db, given))
        for (const { at, becomes } of changed) await write(db, becomes, ids[at % ids.length])
        for (const filters of queries) {
          const found = await catalogue.find(filters, NOW, { limit: 1000 })
          const expected = await plainly(db, filters)
          const order = (ids: string[]) => (filters.q === '' ? ids : ids.toSorted())
          expect([found.total, ...order(found.ids)]).toEqual([expected.length, ...order(expected)])
          const page = await catalogue.find(filters, NOW, { limit: 3, offset: 2 })
          expect(page).toEqual({ ...found, ids: found.ids.slice(2, 5) })
        }
        const [filters] = queries
        const { facets } = await catalogue.find(filters!, NOW, { limit: 1 })
        for (const dimension of DIMENSIONS)
          for (const value of VALUES[dimension]) {
            const expected = await plainly(db, { ...filters!, ...CHOSEN[dimension](value) })
            const promised = facets[dimension].find((one) => one.value === value)?.count ?? 0
            expect([dimension, value, promised]).toEqual([dimension, value, expected.length])
          }
        expect(await shareCatalogue(db).find(filters!, NOW, { limit: 9 })).toEqual(
          await catalogue.find(filters!, NOW, { limit: 9 }),
        )
      },
    ),
    { numRuns: process.env.PLENARY_TEST_DEEP === '1' ? 200 : 8 },
  )
}, 120_000)
