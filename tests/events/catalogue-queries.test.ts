import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenManyEvents } from './catalogue/many-events.ts'
import { findEvents, findFeatured, findSeriesEvents } from '#app/events/catalogue-queries.server.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { type CatalogueFilters, NO_FILTERS, parseFilters } from '#app/events/catalogue/filters.ts'
import { writeSearch } from '#app/events/search/write-search.server.ts'
import { indexWords } from '#app/events/search-words.ts'
import { addDays } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'

type Services = Awaited<ReturnType<typeof testServices>>

const parse = (query: string) => parseFilters(new URLSearchParams(query))

describe('over three hundred events', () => {
  let services: Services
  beforeAll(async () => {
    services = await testServices()
    await givenManyEvents(services.db, 300)
  })
  afterAll(() => services.close())

  test.each([
    '',
    'when=all',
    'when=past&series=ntw&series=regional',
    'when=all&country=KE&country=NP&language=en&language=es',
    'when=all&q=routing&level=introductory',
    'price=free&topic=dns',
    'when=all&from=2026-06&to=2026-08-15&format=hybrid',
  ])('what a facet promises is what choosing it gives: %s', async (query) => {
    const { services: source } = services
    const filters = parse(query)
    const { facets } = await findEvents(source, filters, NOW, 'en')
    const chosen: Record<string, (value: string) => Partial<CatalogueFilters>> = {
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
    for (const [dimension, counts] of Object.entries(facets)) {
      for (const { value, count } of counts) {
        const { total } = await findEvents(source, { ...filters, ...chosen[dimension]!(value) }, NOW, 'en')
        expect([dimension, value, count]).toEqual([dimension, value, total])
      }
    }
    expect(facets.series.length).toBeGreaterThan(0)
  })

  test('pages hold twenty-five, once each, and the total is their sum', async () => {
    const seen = new Set<string>()
    const first = await findEvents(services.services, parse('when=past'), NOW, 'en')
    for (let page = 1; page <= first.pageCount; page++) {
      const { rows } = await findEvents(services.services, { ...parse('when=past'), page }, NOW, 'en')
      expect(rows.length).toBeLessThanOrEqual(25)
      for (const row of rows) seen.add(row.id)
    }
    expect([seen.size, first.total, first.pageCount]).toEqual([270, 270, 11])
  })

  test('what is ahead comes soonest first, what is past latest first', async () => {
    const days = async (query: string) =>
      (await findEvents(services.services, parse(query), NOW, 'en')).rows.map((row) => row.firstOn)
    const ahead = await days('')
    const past = await days('when=past')
    expect(ahead).toEqual(ahead.toSorted())
    expect(past).toEqual(past.toSorted().toReversed())
  })

  test('one row and a full page take the same number of queries', async () => {
    let count = 0
    const counter: KyselyPlugin = {
      transformQuery: ({ node }) => {
        count++
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }
    const db = services.db.withPlugin(counter)
    const counted = { db, catalogue: shareCatalogue(db) }
    const queriesOf = async (query: string) => {
      count = 0
      const { rows } = await findEvents(counted, parse(query), NOW, 'en')
      return { rows: rows.length, queries: count }
    }
    await queriesOf('')
    const many = await queriesOf('when=all')
    const one = await queriesOf('when=all&from=2026-10-12&to=2026-10-12&series=inet')
    expect(many.rows).toBe(25)
    expect(one.rows).toBeGreaterThan(0)
    expect(one.rows).toBeLessThan(5)
    expect(one.queries).toBe(many.queries)
  })
})

test('a row speaks the reader’s language as far as it can, and says which it speaks', async () => {
  const { db, services, close } = await testServices()
  const { id } = await givenEvent(db, { title: 'Routing workshop', tickets: [{ seats: 20, price: 6000 }] })
  const french = { title: 'Atelier de routage', summary: 'Cinq jours.', description: '', accessNote: '', visaNote: '' }
  await db
    .insertInto('eventTexts')
    .values({ eventId: id, language: 'fr', ...french, preparation: '', cancellationNote: '' })
    .execute()
  const [inFrench] = (await findEvents(services, NO_FILTERS, NOW, 'fr')).rows
  const [inArabic] = (await findEvents(services, NO_FILTERS, NOW, 'ar')).rows
  expect(inFrench).toMatchObject({ title: 'Atelier de routage', language: 'fr', kindLanguage: 'en' })
  expect(inArabic).toMatchObject({
    title: 'Routing workshop',
    language: 'en',
    isFree: false,
    priceFrom: { amountMinor: 6000, currency: 'USD' },
    seats: { size: 20, taken: 0 },
    status: { kind: 'open' },
    series: { slug: 'ntw', mark: 'ntw' },
  })
  await close()
})

test('drafts are nobody’s business; what was cancelled stays in the list', async () => {
  const { db, services, close } = await testServices()
  await givenEvent(db, { status: 'draft', title: 'Secret' })
  await givenEvent(db, { status: 'cancelled', publishedAt: null, title: 'Cancelled before anybody knew' })
  await givenEvent(db, { status: 'cancelled', title: 'Called off' })
  const { rows, total, facets } = await findEvents(services, parse('when=all'), NOW, 'en')
  expect(rows.map(({ title, status }) => [title, status.kind])).toEqual([['Called off', 'cancelled']])
  expect([total, facets.series[0]?.count]).toEqual([1, 1])
  await close()
})

test('the best match comes first, whatever its date', async () => {
  const { db, services, close } = await testServices()
  const given = async (title: string, description: string, startsOn: string) => {
    const { id } = await givenEvent(db, { title, startsOn })
    const words = indexWords({ title: [title], description: [description] })
    await writeSearch(db, [{ eventId: id, words }])
  }
  await given('Campus networks', 'With an afternoon on routing.', '2027-01-11')
  await given('Routing', 'Nothing else.', '2027-05-03')
  await given('Measurement', 'Reading graphs.', '2027-02-01')
  const { rows, total } = await findEvents(services, parse('q=ROUTING'), NOW, 'en')
  expect(rows.map(({ title }) => title)).toEqual(['Routing', 'Campus networks'])
  expect(total).toBe(2)
  await close()
})

test('history that knows only the year is found by any day of that year, and only in the past', async () => {
  const { db, services, close } = await testServices()
  const bounds = { firstOn: '1995-01-01', lastOn: '1995-12-31', endsAt: '1996-01-01T00:00:00.000Z' }
  const { id } = await givenEvent(db, { tickets: [] })
  await db
    .updateTable('events')
    .set({ startsOn: '1995', endsOn: '1995', ...bounds })
    .where('id', '=', id)
    .execute()
  const total = async (query: string) => (await findEvents(services, parse(query), NOW, 'en')).total
  expect(await total('')).toBe(0)
  expect(await total('when=past&from=1995-06-27&to=1995-06-30')).toBe(1)
  expect(await total('when=past&from=1996')).toBe(0)
  await close()
})

test('free means that one can come in, and that nothing on offer costs anything', async () => {
  const { db, services, close } = await testServices()
  await givenEvent(db, { title: 'Free', tickets: [{ seats: 5 }, { price: 900, admission: 'code' }] })
  await givenEvent(db, { title: 'Paid', tickets: [{ seats: 5 }, { price: 900 }] })
  await givenEvent(db, { title: 'Elsewhere', admission: 'none', tickets: [] })
  const { rows } = await findEvents(services, parse('price=free'), NOW, 'en')
  expect(rows.map(({ title }) => title)).toEqual(['Free'])
  await close()
})

test('the poster shows the next INET that can be registered for, before other flagships', async () => {
  const { db, close } = await testServices()
  const inet = await givenSeries(db, 'inet', 'inet')
  const ndss = await givenSeries(db, 'ndss', 'ndss')
  await givenEvent(db, { seriesId: ndss.id, title: 'NDSS', startsOn: '2027-02-22' })
  await givenEvent(db, { seriesId: inet.id, title: 'INET, full', startsOn: '2027-03-22', tickets: [{ seats: 0 }] })
  await givenEvent(db, { seriesId: inet.id, title: 'INET', startsOn: '2027-06-09' })
  expect((await findFeatured(db, NOW, 'en'))?.title).toBe('INET')
  expect((await findFeatured(db, '2027-06-13T00:00:00.000Z', 'en'))?.title).toBe('INET')
  expect(await findFeatured(db, '2027-07-01T00:00:00.000Z', 'en')).toBeUndefined()
  await close()
})

test('a series knows its own events only', async () => {
  const { db, services, close } = await testServices()
  const inet = await givenSeries(db, 'inet', 'inet')
  for (const at of [1, 2, 3]) {
    const startsOn = `200${at}-06-05`
    const ends = { endsOn: addDays(startsOn, 3), endsAt: `${addDays(startsOn, 4)}T00:00:00.000Z` }
    await givenEvent(db, { seriesId: inet.id, title: `INET 200${at}`, startsOn, ...ends, tickets: [] })
  }
  await givenEvent(db, { title: 'A workshop' })
  const find = (when: 'past' | 'upcoming') =>
    findSeriesEvents(services, 'inet', { when, limit: 2, offset: 0 }, NOW, 'en')
  const past = await find('past')
  expect([past.total, ...past.rows.map(({ title }) => title)]).toEqual([3, 'INET 2003', 'INET 2002'])
  expect(await find('upcoming')).toEqual({ rows: [], total: 0 })
  await close()
})
