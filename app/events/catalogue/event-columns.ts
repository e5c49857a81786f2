import type { FacetValue } from './facet-tally.ts'
import type { EventFacts } from './event-facts.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'

/**
 * What finding and counting know of all events, column by column, so that a hundred thousand of them are looked through
 * in some milliseconds. An event has one place in all columns for as long as they live.
 */
export interface EventColumns {
  ids: string[]
  isVisible: boolean[]
  firstOn: number[]
  lastOn: number[]
  endsAt: number[]
  isPostponed: boolean[]
  scholarshipFrom: number[]
  scholarshipUntil: number[]
  hostIds: (string | null)[]
  /** Which of `combinations` of facets' values it has. */
  combination: number[]
  /** The places by first day and id. */
  order: number[]
  /** The place of what search means by a number. */
  placeOf: (number | undefined)[]
  values: FacetValue[]
  combinations: number[][]
  put(facts: EventFacts): void
}

export function eventColumns(): EventColumns {
  const places = new Map<string, number>()
  const codes = new Map<string, number>()
  const known = new Map<string, number>()
  const columns: EventColumns = {
    ids: [],
    isVisible: [],
    firstOn: [],
    lastOn: [],
    endsAt: [],
    isPostponed: [],
    scholarshipFrom: [],
    scholarshipUntil: [],
    hostIds: [],
    combination: [],
    order: [],
    placeOf: [],
    values: [],
    combinations: [],
    put,
  }

  function put(facts: EventFacts): void {
    const place = places.get(facts.id) ?? columns.ids.length
    if (place < columns.ids.length) columns.order.splice(positionOf(columns, place), 1)
    else places.set(facts.id, place)
    columns.ids[place] = facts.id
    columns.isVisible[place] = facts.isVisible
    columns.firstOn[place] = dayNumber(facts.firstOn)
    columns.lastOn[place] = dayNumber(facts.lastOn)
    columns.endsAt[place] = epochMilliseconds(facts.endsAt)
    columns.isPostponed[place] = facts.isPostponed
    columns.scholarshipFrom[place] = momentOr(facts.scholarship?.from ?? null, -Infinity)
    columns.scholarshipUntil[place] = momentOr(facts.scholarship?.until ?? null, -Infinity)
    columns.hostIds[place] = facts.hostId
    columns.combination[place] = combinationOf(facts)
    if (facts.number !== null) columns.placeOf[facts.number] = place
    const position = positionOf(columns, place)
    if (position === columns.order.length) columns.order.push(place)
    else columns.order.splice(position, 0, place)
  }

  function combinationOf(facts: EventFacts): number {
    const values = facetValues(facts).map(codeOf)
    const key = values.join()
    const combination = known.get(key) ?? columns.combinations.length
    if (combination === columns.combinations.length) {
      known.set(key, combination)
      columns.combinations.push(values)
    }
    return combination
  }

  function codeOf({ dimension, value }: FacetValue): number {
    const key = `${dimension} ${value}`
    const code = codes.get(key) ?? columns.values.length
    if (code === columns.values.length) {
      codes.set(key, code)
      columns.values.push({ dimension, value })
    }
    return code
  }

  return columns
}

function facetValues(facts: EventFacts): FacetValue[] {
  const { seriesId, country, format, level, isFree, languages, topics } = facts
  return [
    { dimension: 'series', value: seriesId },
    ...(country === null ? [] : [{ dimension: 'country', value: country } as const]),
    { dimension: 'format', value: format },
    ...(level === null ? [] : [{ dimension: 'level', value: level } as const]),
    ...(isFree ? [{ dimension: 'price', value: 'free' } as const] : []),
    ...languages.map((value) => ({ dimension: 'language', value }) as const),
    ...topics.map((value) => ({ dimension: 'topic', value }) as const),
  ]
}

/** Where a place stands in the order, or would stand. */
function positionOf({ order, firstOn, ids }: EventColumns, place: number): number {
  let [from, to] = [0, order.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = order[middle]!
    const [day, ownDay] = [firstOn[other]!, firstOn[place]!]
    const isBefore = day < ownDay || (day === ownDay && ids[other]! < ids[place]!)
    if (isBefore) from = middle + 1
    else to = middle
  }
  return from
}

/** 2027-06-14 → 20270614 */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

function momentOr(instant: Instant | null, otherwise: number): number {
  return instant === null ? otherwise : epochMilliseconds(instant)
}
