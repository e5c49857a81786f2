import { z } from 'zod'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { localMoment, parseLocalMoment } from '#app/events/local-moment.ts'
import { ANYWHERE_ON_EARTH, clockOf, isClosingZone } from '#app/values/closing-zone.ts'
import { optionalLine, tick } from '#app/values/fields.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'

/** More rows and currencies than any ticket needs, and few enough to show. */
export const MOST_STEPS = 12
export const MOST_CURRENCIES = 5

export const PRICE_KINDS = ['early', 'standard', 'late', 'onsite', 'only'] as const

export type PriceKind = (typeof PRICE_KINDS)[number]

export interface PriceRow {
  kind: PriceKind
  amountMinor: number
  currency: string
  startsAt: Instant | null
  endsAt: Instant | null
  /** Null: that of the event. */
  closesZone: string | null
}

/** A step as typed: when it is in force and what it costs in each currency of the list. Without an amount it is none. */
const stepSchema = z.object({
  kind: z.enum(PRICE_KINDS, { error: 'form.choose' }).default('only'),
  startsAt: optionalLine(60),
  endsAt: optionalLine(60),
  zone: optionalLine(64),
  amounts: z.array(optionalLine(20).optional()).max(MOST_CURRENCIES).default([]),
})

type TypedStep = z.output<typeof stepSchema>

/** The part of a form that holds prices. */
export const priceFields = {
  currencies: z.array(optionalLine(3).optional()).max(MOST_CURRENCIES).default([]),
  steps: z.array(stepSchema).max(MOST_STEPS).default([]),
  allowsGap: tick(),
}

type TypedPrices = z.output<z.ZodObject<typeof priceFields>>

/** Whether prices have the shape of prices, which they need not while another field is wrong. */
export function arePrices(form: Partial<TypedPrices>): form is TypedPrices {
  return (
    Array.isArray(form.currencies) &&
    Array.isArray(form.steps) &&
    form.steps.every((step) => typeof step === 'object' && step !== null && Array.isArray(step.amounts))
  )
}

type Complain = (path: (string | number)[], message: string) => void

/** The prices that were typed, with what is wrong at its place. Times are on the clock of each step's zone. */
export function readPrices(
  { currencies: typed, steps, allowsGap }: TypedPrices,
  eventZone: string,
  complain: Complain,
): PriceRow[] {
  const currencies = typed.map((code) => (code ?? '').toUpperCase())
  currencies.forEach((code, at) => {
    if (code !== '' && !isCurrency(code)) complain(['currencies', at], 'organize.currencyCode')
    if (code !== '' && currencies.indexOf(code) < at) complain(['currencies', at], 'offer.currencyTwice')
  })
  const rows = steps.flatMap((step, at) =>
    readStep(step, currencies, eventZone, (path, message) => complain(['steps', at, ...path], message)).map((row) => ({
      ...row,
      at,
    })),
  )
  for (const currency of new Set(rows.map((row) => row.currency)))
    arrange(
      rows.filter((row) => row.currency === currency),
      { eventZone, allowsGap },
      complain,
    )
  return rows.map(({ at: _, ...row }) => row)
}

function readStep(step: TypedStep, currencies: string[], eventZone: string, complain: Complain): PriceRow[] {
  const amounts = currencies.map((_, at) => step.amounts[at] ?? '')
  if (amounts.every((amount) => amount === '')) {
    if (step.startsAt !== '' || step.endsAt !== '') complain(['amounts', 0], 'offer.amountMissing')
    return []
  }
  const closesZone = zoneOf(step.zone, eventZone)
  if (closesZone !== null && !isClosingZone(closesZone)) {
    complain(['zone'], 'form.zone')
    return []
  }
  const clock = clockOf(closesZone, eventZone)
  let isWhole = true
  const moment = (field: 'startsAt' | 'endsAt') => {
    if (step[field] === '') return null
    const parsed = parseLocalMoment(step[field], clock)
    if ('at' in parsed) return parsed.at
    isWhole = false
    complain([field], parsed.message)
    return null
  }
  const [startsAt, endsAt] = [moment('startsAt'), moment('endsAt')]
  if (startsAt && endsAt && endsAt <= startsAt) {
    isWhole = false
    complain(['endsAt'], 'form.timeOrder')
  }
  return amounts.flatMap((typed, at) => {
    const currency = currencies[at]!
    if (typed === '') return []
    if (!isCurrency(currency)) {
      if (currency === '') complain(['amounts', at], 'offer.currencyMissing')
      return []
    }
    const read = readAmount(typed, currency)
    if ('message' in read) complain(['amounts', at], read.message)
    if (!isWhole || 'message' in read) return []
    return [{ kind: step.kind, amountMinor: read.amountMinor, currency, startsAt, endsAt, closesZone }]
  })
}

/** A zone as typed; null for that of the event. */
function zoneOf(typed: string, eventZone: string): string | null {
  if (/^aoe$/i.test(typed)) return ANYWHERE_ON_EARTH
  if (/^utc$/i.test(typed)) return eventZone === 'UTC' ? null : 'UTC'
  const zone = currentZoneName(typed)
  return typed === '' || zone === currentZoneName(eventZone) ? null : zone
}

type Placed = PriceRow & { at: number }

/** The prices of one currency, one after the other: where nothing else is said, one begins when that before it ends. */
function arrange(
  rows: Placed[],
  { eventZone, allowsGap }: { eventZone: string; allowsGap: boolean },
  complain: Complain,
): void {
  rows.forEach((row, place) => {
    row.startsAt ??= rows[place - 1]?.endsAt ?? null
  })
  const sorted = rows.toSorted((one, other) => ((one.startsAt ?? '') < (other.startsAt ?? '') ? -1 : 1))
  sorted.forEach((row, place) => {
    const before = sorted[place - 1]
    if (!before) return
    if (before.endsAt === null || row.startsAt === null || row.startsAt < before.endsAt) {
      complain(['steps', Math.max(row.at, before.at), 'startsAt'], 'organize.pricesOverlap')
      return
    }
    // People write “until 23:59” and “from 00:00”: the price that follows takes over when the minute begins.
    if (row.startsAt <= addMinutes(before.endsAt, 1)) row.startsAt = before.endsAt
    else if (!allowsGap)
      complain(['steps', row.at, 'startsAt'], gapMessage(before.endsAt, row.startsAt, row.currency, eventZone))
  })
}

function gapMessage(from: Instant, until: Instant, currency: string, zone: string): string {
  const [first, last] = [localMoment(from, zone), localMoment(until, zone)].map((moment) => moment.replace('T', ' '))
  return `offer.priceGap?${new URLSearchParams({ currency, from: first!, until: last! })}`
}

/** Whether stored prices leave a time in which there is none, though there is one before and one after. */
export function hasGap(steps: PriceRow[]): boolean {
  return steps.some((step) => {
    const later = steps.filter(
      (other) => other !== step && other.currency === step.currency && (other.startsAt ?? '') >= (step.startsAt ?? ''),
    )
    return step.endsAt !== null && later.length > 0 && later.every((other) => (other.startsAt ?? '') > step.endsAt!)
  })
}

/** Stored prices as the form shows them: a row for each time, a column for each currency. */
export function priceGrid(steps: PriceRow[], first: string) {
  const currencies = [...new Set(steps.map(({ currency }) => currency))]
  const keyOf = (row: PriceRow) => [row.kind, row.startsAt, row.endsAt, row.closesZone].join('|')
  const rows = [...Map.groupBy(steps, keyOf).values()].map((own) => ({
    kind: own[0]!.kind,
    startsAt: own[0]!.startsAt,
    endsAt: own[0]!.endsAt,
    closesZone: own[0]!.closesZone,
    prices: own,
  }))
  return { currencies: currencies.length > 0 ? currencies : [first], rows }
}
