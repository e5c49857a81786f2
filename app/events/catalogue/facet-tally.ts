import type { CatalogueFilters } from './filters.ts'

/** Filters of which an event has one value at most. */
export const SINGLE = ['series', 'country', 'format', 'level', 'price', 'scholarship', 'when'] as const
/** Filters of which it may have several; their values stand in one text, with commas between. */
export const SEVERAL = ['language', 'topic'] as const
export const DIMENSIONS = [...SINGLE, ...SEVERAL] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What a facet's value would give with all the other filters as they are. */
export interface FacetCount {
  value: string
  count: number
}

export type FacetCounts = Record<Dimension, FacetCount[]>

/** A combination of values and how many events have it. */
export type Combination = Record<(typeof SINGLE)[number], string | null> &
  Record<(typeof SEVERAL)[number], string> & { count: number }

/** How many events meet the filters, which rows they are, and what every facet would give. */
export interface Tally<Row> {
  total: number
  met: Row[]
  facets: FacetCounts
}

/** One pass: a row that fails no filter counts for every facet, one that fails a single filter for that facet only. */
export function tally<Row extends Combination>(rows: Row[], filters: CatalogueFilters): Tally<Row> {
  const wanted = DIMENSIONS.map((dimension) => wantedOf(filters, dimension))
  const asked = [...DIMENSIONS.keys()].filter((at) => wanted[at]!.length > 0)
  const counts = DIMENSIONS.map(() => new Map<string, number>())
  const count = (at: number, row: Row) => {
    for (const value of valuesOf(row, DIMENSIONS[at]!))
      counts[at]!.set(value, (counts[at]!.get(value) ?? 0) + row.count)
  }
  const met: Row[] = []
  let total = 0
  for (const row of rows) {
    const failed = asked.filter((at) => !isMet(row, DIMENSIONS[at]!, wanted[at]!))
    if (failed.length === 1) count(failed[0]!, row)
    if (failed.length > 0) continue
    met.push(row)
    total += row.count
    for (const at of DIMENSIONS.keys()) count(at, row)
  }
  const facets = DIMENSIONS.map((dimension, at) => [
    dimension,
    [...counts[at]!].map(([value, count]) => ({ value, count })),
  ])
  return { total, met, facets: Object.fromEntries(facets) as FacetCounts }
}

/** The values that a filter accepts; none when it was not set. */
function wantedOf(filters: CatalogueFilters, dimension: Dimension): string[] {
  if (dimension === 'price') return filters.isFree ? ['free'] : []
  if (dimension === 'scholarship') return filters.hasScholarship ? ['open'] : []
  if (dimension === 'when') return filters.when === 'all' ? [] : [filters.when]
  return filters[dimension]
}

function valuesOf(row: Combination, dimension: Dimension): string[] {
  const value = row[dimension]
  if (value === null || value === '') return []
  return dimension === 'language' || dimension === 'topic' ? value.split(',') : [value]
}

function isMet(row: Combination, dimension: Dimension, wanted: string[]): boolean {
  return valuesOf(row, dimension).some((value) => wanted.includes(value))
}
