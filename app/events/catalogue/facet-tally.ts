/** Filters of which an event has one value at most. */
const SINGLE = ['series', 'country', 'format', 'level', 'price', 'scholarship', 'when'] as const
/** Filters of which it may have several. */
const SEVERAL = ['language', 'topic'] as const
export const DIMENSIONS = [...SINGLE, ...SEVERAL] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What a facet's value would give with all the other filters as they are. */
export interface FacetCount {
  value: string
  count: number
}

export type FacetCounts = Record<Dimension, FacetCount[]>

/** A value of a facet. */
export interface FacetValue {
  dimension: Dimension
  value: string
}

/** The filters that are asked for, and which of them each value meets, as bits in the order of `DIMENSIONS`. */
export interface Wanted {
  asked: number
  bitOf(value: FacetValue): number
}

/** The values that each filter accepts; none when it was not set. */
export function wantedValues(accepted: Partial<Record<Dimension, string[]>>): Wanted {
  const sets = new Map(
    DIMENSIONS.flatMap((dimension) => {
      const values = accepted[dimension] ?? []
      return values.length > 0 ? [[dimension, new Set(values)] as const] : []
    }),
  )
  let asked = 0
  for (const dimension of sets.keys()) asked |= bit(dimension)
  return {
    asked,
    bitOf: ({ dimension, value }) => (sets.get(dimension)?.has(value) ? bit(dimension) : 0),
  }
}

function bit(dimension: Dimension): number {
  return 1 << DIMENSIONS.indexOf(dimension)
}

/**
 * How many events each value would give: `groups` are events with the same values, by number; `failed` the filters that
 * they do not meet. Who fails none counts for every facet, who fails a single one for that facet only.
 */
export function tally(
  values: FacetValue[],
  groups: Iterable<{ codes: readonly number[]; failed: number; count: number }>,
): { total: number; facets: FacetCounts } {
  const bits = values.map(({ dimension }) => bit(dimension))
  const counts = new Uint32Array(values.length)
  let total = 0
  for (const { codes, failed, count } of groups) {
    if (failed === 0) total += count
    else if ((failed & (failed - 1)) !== 0) continue
    for (const code of codes) if (failed === 0 || bits[code] === failed) counts[code]! += count
  }
  const facets = Object.fromEntries(DIMENSIONS.map((dimension): [Dimension, FacetCount[]] => [dimension, []]))
  for (const [code, { dimension, value }] of values.entries())
    if (counts[code]! > 0) facets[dimension]!.push({ value, count: counts[code]! })
  for (const list of Object.values(facets)) list.sort((one, other) => (one.value < other.value ? -1 : 1))
  return { total, facets: facets as FacetCounts }
}
