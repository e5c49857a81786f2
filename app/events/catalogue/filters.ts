import { isCountry } from '#app/values/fields.ts'
import { isPartialDay, type PartialDay } from '#app/values/moment.ts'
import { cleanLine } from '#app/values/text.ts'

export const FORMATS = ['onsite', 'online', 'hybrid'] as const
export const LEVELS = ['introductory', 'intermediate', 'advanced'] as const
export const TIMES = ['upcoming', 'past', 'all'] as const

/** A query of the catalogue. Several values of one filter mean any of them; several filters mean all of them. */
export interface CatalogueFilters {
  q: string
  series: string[]
  country: string[]
  topic: string[]
  language: string[]
  format: (typeof FORMATS)[number][]
  level: (typeof LEVELS)[number][]
  host: string[]
  /** Events that touch this time; a year or a month will do. */
  from: PartialDay | null
  to: PartialDay | null
  when: (typeof TIMES)[number]
  isFree: boolean
  hasScholarship: boolean
  page: number
}

export const NO_FILTERS: CatalogueFilters = {
  q: '',
  series: [],
  country: [],
  topic: [],
  language: [],
  format: [],
  level: [],
  host: [],
  from: null,
  to: null,
  when: 'upcoming',
  isFree: false,
  hasScholarship: false,
  page: 1,
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/
const MOST_VALUES = 20
const LAST_PAGE = 1000

/** The filters that an address asks for. What means nothing is left out, so that an old link still finds something. */
export function parseFilters(query: URLSearchParams): CatalogueFilters {
  const several = (name: string, isMeant: (value: string) => boolean) =>
    [...new Set(query.getAll(name).filter((value) => value.length <= 60 && isMeant(value)))]
      .slice(0, MOST_VALUES)
      .toSorted()
  const day = (name: string) => {
    const value = query.get(name) ?? ''
    return isPartialDay(value) ? value : null
  }
  const page = Number(query.get('page') ?? 1)
  return {
    q: cleanLine(query.get('q') ?? '').slice(0, 100),
    series: several('series', (value) => SLUG.test(value)),
    country: several('country', isCountry),
    topic: several('topic', (value) => SLUG.test(value)),
    language: several('language', (value) => LANGUAGE.test(value)),
    format: FORMATS.filter((value) => query.getAll('format').includes(value)),
    level: LEVELS.filter((value) => query.getAll('level').includes(value)),
    host: several('host', (value) => SLUG.test(value)),
    from: day('from'),
    to: day('to'),
    when: TIMES.find((value) => value === query.get('when')) ?? 'upcoming',
    isFree: query.get('price') === 'free',
    hasScholarship: query.get('scholarship') === 'open',
    page: Number.isInteger(page) && page >= 1 ? Math.min(page, LAST_PAGE) : 1,
  }
}

/** The filters as names and values, in the one order of canonical addresses; what says nothing is left out. */
export function filterPairs(filters: CatalogueFilters): [name: string, value: string][] {
  const { q, from, to, when, isFree, hasScholarship, page } = filters
  const lists = (['series', 'country', 'topic', 'language', 'format', 'level', 'host'] as const).flatMap((name) =>
    filters[name].map((value): [string, string] => [name, value]),
  )
  return [
    ...(q ? [['q', q] as [string, string]] : []),
    ...lists,
    ...(from ? [['from', from] as [string, string]] : []),
    ...(to ? [['to', to] as [string, string]] : []),
    ...(when === 'upcoming' ? [] : [['when', when] as [string, string]]),
    ...(isFree ? [['price', 'free'] as [string, string]] : []),
    ...(hasScholarship ? [['scholarship', 'open'] as [string, string]] : []),
    ...(page > 1 ? [['page', String(page)] as [string, string]] : []),
  ]
}

/** The canonical query of filters: `?series=ntw&series=regional`, or '' for none. */
export function formatFilters(filters: CatalogueFilters): string {
  const query = new URLSearchParams(filterPairs(filters)).toString()
  return query ? `?${query}` : ''
}

/** Whether anything is filtered besides the time. */
export function isFiltered(filters: CatalogueFilters): boolean {
  return formatFilters({ ...filters, when: 'upcoming', page: 1 }) !== ''
}
