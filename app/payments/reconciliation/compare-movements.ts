import type { ProviderMovement } from '../gateway.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** Money of ours that went by way of the provider. */
export interface OurMovement {
  kind: 'charge' | 'refund' | 'dispute'
  /** The provider's name for it. */
  reference: string
  amount: Money
  at: Instant
  orderCode: string
}

/**
 * Why the two sides differ. `ours-pending`: it is too young to be on the provider's account; `ours-edge`, `theirs-edge`:
 * the other side has it just outside the period; `ours-only`: the provider does not know it: play money, or another
 * account; `theirs-made-there`: made in the provider's own pages, with no order of ours; `amount`: both have it,
 * differently; `ours-twice`: the provider lists it more often than we do.
 */
export type DifferenceKind =
  | 'ours-pending'
  | 'ours-edge'
  | 'theirs-edge'
  | 'ours-only'
  | 'theirs-made-there'
  | 'theirs-refund'
  | 'theirs-dispute'
  | 'theirs-other'
  | 'amount'
  | 'currency'
  | 'twice'

export interface Difference {
  kind: DifferenceKind
  ours: OurMovement | null
  theirs: ProviderMovement | null
}

export interface SumOfCurrency {
  currency: string
  ours: number
  theirs: number
  fees: number
  payouts: number
}

export interface Compared {
  agreed: number
  differences: Difference[]
  sums: SumOfCurrency[]
}

export interface Period {
  from: Instant
  /** Just after the last moment. */
  until: Instant
  now: Instant
}

/** How far beyond the edges of a period both sides are read, and for how long a movement may not be listed yet. */
export const EDGE_HOURS = 48

const OF_ORDERS = ['charge', 'refund', 'dispute'] as const

/**
 * What we have booked against what the provider lists, each read a little beyond the period on both sides, so that a
 * difference of clocks explains itself. Every difference has one reason.
 */
export function compareMovements(ours: OurMovement[], theirs: ProviderMovement[], period: Period): Compared {
  const isIn = ({ at }: { at: Instant }) => at >= period.from && at < period.until
  const differences: Difference[] = []
  const known = Map.groupBy(theirs.filter(isOfOrders), keyOfTheirs)
  const own = new Set(ours.map(keyOf))
  let agreed = 0
  for (const movement of ours) {
    const listed = known.get(keyOf(movement)) ?? []
    const [same] = listed
    if (!same) {
      if (!isIn(movement)) continue
      differences.push({ kind: missingReason(movement, period), ours: movement, theirs: null })
      continue
    }
    if (!isIn(movement) && !isIn(same)) continue
    const kind = differenceOf(movement, listed, isIn)
    if (kind === null) agreed++
    else differences.push({ kind, ours: movement, theirs: same })
  }
  for (const movement of theirs.filter(isOfOrders).filter(isIn))
    if (!own.has(keyOfTheirs(movement)))
      differences.push({ kind: foreignReason(movement), ours: null, theirs: movement })
  for (const movement of theirs.filter(({ kind }) => kind === 'other').filter(isIn))
    differences.push({ kind: 'theirs-other', ours: null, theirs: movement })
  return { agreed, differences, sums: sumsOf(ours.filter(isIn), theirs.filter(isIn)) }
}

function isOfOrders({ kind }: ProviderMovement): boolean {
  return (OF_ORDERS as readonly string[]).includes(kind)
}

function keyOf({ kind, reference }: OurMovement): string {
  return `${kind} ${reference}`
}

function keyOfTheirs({ kind, reference, id }: ProviderMovement): string {
  return `${kind} ${reference ?? id}`
}

function differenceOf(
  ours: OurMovement,
  listed: ProviderMovement[],
  isIn: (movement: { at: Instant }) => boolean,
): DifferenceKind | null {
  const [theirs] = listed as [ProviderMovement]
  if (listed.length > 1) return 'twice'
  if (theirs.amount.currency !== ours.amount.currency) return 'currency'
  if (theirs.amount.amountMinor !== ours.amount.amountMinor) return 'amount'
  if (isIn(ours) === isIn(theirs)) return null
  return isIn(ours) ? 'ours-edge' : 'theirs-edge'
}

function missingReason({ at }: OurMovement, { now }: Period): DifferenceKind {
  return Date.parse(now) - Date.parse(at) < EDGE_HOURS * 3_600_000 ? 'ours-pending' : 'ours-only'
}

function foreignReason({ kind }: ProviderMovement): DifferenceKind {
  if (kind === 'refund') return 'theirs-refund'
  return kind === 'dispute' ? 'theirs-dispute' : 'theirs-made-there'
}

function sumsOf(ours: OurMovement[], theirs: ProviderMovement[]): SumOfCurrency[] {
  const sums = new Map<string, SumOfCurrency>()
  const of = (currency: string) => {
    const known = sums.get(currency) ?? { currency, ours: 0, theirs: 0, fees: 0, payouts: 0 }
    sums.set(currency, known)
    return known
  }
  for (const { kind, amount } of ours)
    of(amount.currency).ours += kind === 'charge' ? amount.amountMinor : -amount.amountMinor
  for (const { kind, amount, fee } of theirs) {
    const sum = of(amount.currency)
    if (kind === 'charge' || kind === 'dispute-won') sum.theirs += amount.amountMinor
    if (kind === 'refund' || kind === 'dispute') sum.theirs -= amount.amountMinor
    if (kind === 'payout') sum.payouts += amount.amountMinor
    if (kind === 'fee') sum.fees += amount.amountMinor
    if (fee) of(fee.currency).fees += fee.amountMinor
  }
  return [...sums.values()].toSorted((one, other) => one.currency.localeCompare(other.currency))
}
