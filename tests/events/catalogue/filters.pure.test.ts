import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CatalogueFilters,
  formatFilters,
  isFiltered,
  LEVELS,
  NO_FILTERS,
  parseFilters,
} from '#app/events/catalogue/filters.ts'

const parse = (query: string) => parseFilters(new URLSearchParams(query))

test('an empty query is what is upcoming', () => {
  expect(parse('')).toEqual(NO_FILTERS)
  expect(formatFilters(NO_FILTERS)).toBe('')
})

test('every filter is read, and repeated values mean any of them', () => {
  const query =
    'q=routing&series=ntw&series=inet&country=KE&topic=dns&language=fr&format=online&level=advanced' +
    '&host=kigali&from=1995&to=2027-06&when=all&price=free&scholarship=open&page=3'
  expect(parse(query)).toEqual({
    q: 'routing',
    series: ['inet', 'ntw'],
    country: ['KE'],
    topic: ['dns'],
    language: ['fr'],
    format: ['online'],
    level: ['advanced'],
    host: ['kigali'],
    from: '1995',
    to: '2027-06',
    when: 'all',
    isFree: true,
    hasScholarship: true,
    page: 3,
  })
})

test.each([
  'country=ke',
  'country=ZZ',
  'format=telepathic',
  'level=godlike',
  'when=yesterday',
  'price=12',
  'host=No Body',
  'scholarship=maybe',
  'from=2027-13',
  'to=tomorrow',
  'page=0',
  'page=1.5',
  'page=many',
  'series=%3Cscript%3E',
  'language=klingon-',
  'unknown=1',
  'q=%20%20',
])('%s means nothing and is left out', (query) => {
  expect(parse(query)).toEqual(NO_FILTERS)
})

test('the same filters have one address, in whatever order they came', () => {
  const one = formatFilters(parse('page=1&when=upcoming&series=ntw&q=&from=&series=regional&series=ntw'))
  expect(one).toBe('?series=ntw&series=regional')
  expect(formatFilters(parse('series=regional&series=ntw'))).toBe(one)
})

test('no address can ask for more than a list can bear', () => {
  const query = new URLSearchParams([
    ...Array.from({ length: 500 }, (_, at): [string, string] => ['topic', `topic-${at}`]),
    ['q', 'x'.repeat(5000)],
    ['page', '99999999'],
  ])
  const filters = parseFilters(query)
  expect([filters.topic.length, filters.q.length, filters.page]).toEqual([20, 100, 1000])
})

test('the time alone is not a filter', () => {
  expect(isFiltered(parse('when=past&page=2'))).toBe(false)
  expect(isFiltered(parse('price=free'))).toBe(true)
})

test('what was written is read again as it was', () => {
  const words = fc.stringMatching(/^[a-z]{2,8}$/)
  const arbitrary: fc.Arbitrary<CatalogueFilters> = fc.record({
    q: fc.string().map((text) => parse(new URLSearchParams({ q: text }).toString()).q),
    series: sorted(words),
    country: sorted(fc.constantFrom('KE', 'FR', 'NP')),
    topic: sorted(words),
    language: sorted(fc.constantFrom('en', 'fr', 'zh-Hant')),
    format: fc.constantFrom([], ['onsite', 'online']),
    level: fc.subarray([...LEVELS]),
    host: sorted(words),
    from: fc.constantFrom(null, '1995', '2027-06-21'),
    to: fc.constantFrom(null, '2030-01'),
    when: fc.constantFrom('upcoming', 'past', 'all'),
    isFree: fc.boolean(),
    hasScholarship: fc.boolean(),
    page: fc.integer({ min: 1, max: 1000 }),
  }) as fc.Arbitrary<CatalogueFilters>
  fc.assert(
    fc.property(arbitrary, (filters) => {
      expect(parse(formatFilters(filters))).toEqual(filters)
    }),
  )
})

function sorted(one: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.uniqueArray(one, { maxLength: 3 }).map((values) => values.toSorted())
}
