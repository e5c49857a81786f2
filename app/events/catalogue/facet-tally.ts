import type { CatalogueFilters } from './filters.ts'

/** Filters of which an event has one value; it may have several topics and languages. */
export const SINGLE = ['series', 'country', 'format', 'level', 'price', 'scholarship', 'when'] as const
export type Single = (typeof SINGLE)[number]

/** What a facet's value would give with all the other filters as they are. */
export interface FacetCount {
  value: string
  count: number
}

/** A combination of values and how many events have it. */
export type Combination = Record<Single, string | null> & { count: number }

/** Whether what has these values meets the filters, with one of them left out if so wished. */
export function meets(row: Combination, filters: CatalogueFilters, except?: Single): boolean {
  return SINGLE.every((one) => one === except || isMet(row[one], wantedOf(filters, one)))
}

/** The counts of every facet of which an event has one value. */
export function tallyAll(rows: Combination[], filters: CatalogueFilters): Record<Single, FacetCount[]> {
  const tallies = SINGLE.map((one) => {
    const counted = rows.filter((row) => row[one] !== null && meets(row, filters, one))
    const groups = Map.groupBy(counted, (row) => row[one]!)
    return [one, [...groups].map(([value, members]) => ({ value, count: sum(members) }))] as const
  })
  return Object.fromEntries(tallies) as Record<Single, FacetCount[]>
}

export function sum(rows: Combination[]): number {
  return rows.reduce((total, row) => total + row.count, 0)
}

/** The values that a filter accepts; none when it was not set. */
function wantedOf(filters: CatalogueFilters, dimension: Single): string[] {
  if (dimension === 'price') return filters.isFree ? ['free'] : []
  if (dimension === 'scholarship') return filters.hasScholarship ? ['open'] : []
  if (dimension === 'when') return filters.when === 'all' ? [] : [filters.when]
  return filters[dimension]
}

function isMet(value: string | null, wanted: string[]): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value))
}
