import { dayNumber, type EventColumns } from './event-columns.ts'
import { type FacetCounts, tally, type Wanted, wantedValues } from './facet-tally.ts'
import type { CatalogueFilters } from './filters.ts'
import { boundsOf, epochMilliseconds, type Instant } from '#app/values/moment.ts'

export interface Page {
  limit: number
  offset?: number
}

export interface Sought extends Page {
  filters: CatalogueFilters
  /** The ids of the series and hosts that the filters name. */
  seriesIds: string[]
  hostIds: string[]
  now: Instant
  /** How well each event meets the words; null where none are sought. */
  scores: Float64Array | null
}

export interface Found {
  ids: string[]
  total: number
  facets: FacetCounts
}

/** One in two is still to be held, one in two has its scholarships open: four kinds of each combination. */
const AHEAD = 2
const OPEN = 1
const KINDS = 4

/** A page of the events that are sought, best first or by day, with how many there are and what every facet would give. */
export function findInColumns(columns: EventColumns, sought: Sought): Found {
  const { filters, now, scores } = sought
  const values = [...columns.values, ...MOVING]
  const wanted = wantedValues({ ...filters, ...acceptedOf(filters), series: sought.seriesIds })
  const failed = failedOf(columns, wanted)
  const counts = new Uint32Array(failed.length)
  const met: number[] = []
  const moment = epochMilliseconds(now)
  const isInRange = rangeOf(columns, sought)
  const { order, combination, endsAt, isPostponed, scholarshipFrom, scholarshipUntil } = columns
  const isForward = scores === null && filters.when === 'upcoming'
  for (let at = 0; at < order.length; at++) {
    const place = order[isForward ? at : order.length - 1 - at]!
    if (!isInRange(place)) continue
    const isAhead = endsAt[place]! > moment || isPostponed[place]!
    const isOpen = scholarshipUntil[place]! > moment && scholarshipFrom[place]! <= moment
    const group = combination[place]! * KINDS + (isAhead ? AHEAD : 0) + (isOpen ? OPEN : 0)
    counts[group]!++
    if (failed[group] === 0) met.push(place)
  }
  const found = scores === null ? onPage(met, sought) : bestOnPage(met, scores, sought)
  return { ids: found.map((place) => columns.ids[place]!), ...tally(values, groups(columns, counts, failed)) }
}

/** What depends on the time is no part of a combination. */
const MOVING = [
  { dimension: 'when', value: 'past' },
  { dimension: 'when', value: 'upcoming' },
  { dimension: 'scholarship', value: 'open' },
] as const

function movingCodes(columns: EventColumns, kind: number): number[] {
  const first = columns.values.length
  return [(kind & AHEAD) !== 0 ? first + 1 : first, ...((kind & OPEN) !== 0 ? [first + 2] : [])]
}

function acceptedOf({ isFree, hasScholarship, when }: CatalogueFilters) {
  return {
    price: isFree ? ['free'] : [],
    scholarship: hasScholarship ? ['open'] : [],
    when: when === 'all' ? [] : [when],
  }
}

/** Of each kind of each combination the filters that it does not meet. */
function failedOf({ combinations, values }: EventColumns, { asked, bitOf }: Wanted): Uint16Array {
  const bits = values.map(bitOf)
  const failed = new Uint16Array(combinations.length * KINDS)
  const ofKind = Array.from(
    { length: KINDS },
    (_, kind) => bitOf(MOVING[(kind & AHEAD) !== 0 ? 1 : 0]) | ((kind & OPEN) !== 0 ? bitOf(MOVING[2]) : 0),
  )
  for (const [at, codes] of combinations.entries()) {
    let met = 0
    for (const code of codes) met |= bits[code]!
    for (let kind = 0; kind < KINDS; kind++) failed[at * KINDS + kind] = asked & ~(met | ofKind[kind]!)
  }
  return failed
}

/** What no facet counts: the days, the host, the words. */
function rangeOf(columns: EventColumns, { filters, hostIds, scores }: Sought): (place: number) => boolean {
  const { isVisible, firstOn, lastOn } = columns
  const from = filters.from === null ? -Infinity : dayNumber(boundsOf(filters.from).first)
  const to = filters.to === null ? Infinity : dayNumber(boundsOf(filters.to).last)
  const hosts = filters.host.length > 0 ? new Set<string | null>(hostIds) : null
  return (place) =>
    isVisible[place]! &&
    lastOn[place]! >= from &&
    firstOn[place]! <= to &&
    (scores === null || scores[place]! > 0) &&
    (hosts === null || hosts.has(columns.hostIds[place]!))
}

function onPage(places: number[], { limit, offset = 0 }: Page): number[] {
  return places.slice(offset, offset + limit)
}

/** To how many parts of one a score is told from another. */
const PRECISION = 100

/** By score, and what is equal in the order it comes in: counted, not compared, so that it takes as long as reading. */
function bestOnPage(places: number[], scores: Float64Array, { limit, offset = 0 }: Page): number[] {
  const stepOf = (place: number) => Math.round(scores[place]! * PRECISION)
  const steps = places.map(stepOf)
  const before: number[] = Array.from({ length: steps.reduce((most, step) => Math.max(most, step), 0) + 1 }, () => 0)
  for (const step of steps) before[step]!++
  let better = 0
  for (let step = before.length - 1; step >= 0; step--) {
    const having = before[step]!
    before[step] = better
    better += having
  }
  const page: number[] = []
  for (const [at, step] of steps.entries()) {
    const rank = before[step]!++
    if (rank >= offset && rank < offset + limit) page[rank - offset] = places[at]!
  }
  return page
}

function* groups(columns: EventColumns, counts: Uint32Array, failed: Uint16Array) {
  for (const [at, codes] of columns.combinations.entries())
    for (let kind = 0; kind < KINDS; kind++) {
      const count = counts[at * KINDS + kind]!
      if (count === 0) continue
      yield { codes: [...codes, ...movingCodes(columns, kind)], failed: failed[at * KINDS + kind]!, count }
    }
}
