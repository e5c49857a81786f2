import type { PriceRule } from '../offered.ts'
import type { Reduction } from './price-line.ts'
import type { PricedSeat } from './price-seats.ts'
import { portionOf, sharesOf } from '#app/values/portion.ts'

/** A bundle that was found, or what a group price takes off one seat: it holds for all its seats or for none. */
export interface AppliedRule {
  rule: PriceRule
  reductions: Reduction[]
}

/** The bundles and group prices of an order. A seat has one of them at most, the best for who pays. */
export function applyRules(seats: PricedSeat[], rules: PriceRule[], currency: string): AppliedRule[] {
  if (rules.length === 0) return []
  const groups = new Map(groupPrices(seats, rules).map((applied) => [applied.reductions[0]!.at, applied]))
  const bundles = bundlesOf(seats, rules, currency, (at) => groups.get(at)?.reductions[0]!.offMinor ?? 0)
  const bundled = new Set(bundles.flatMap(({ reductions }) => reductions.map(({ at }) => at)))
  return [...bundles, ...[...groups.values()].filter(({ reductions }) => !bundled.has(reductions[0]!.at))]
}

/** The highest percentage of the groups that are big enough, seat by seat; one person with two tickets counts once. */
function groupPrices(seats: PricedSeat[], rules: PriceRule[]): AppliedRule[] {
  const best = new Map<number, AppliedRule>()
  for (const rule of rules) {
    if (rule.kind !== 'group') continue
    const own = seats.filter(({ type }) => rule.types.some(({ ticketTypeId }) => ticketTypeId === type.id))
    if (own.length === 0 || new Set(own.map(({ personKey }) => personKey)).size < rule.minimum) continue
    for (const { at, amountMinor } of own) {
      const offMinor = Math.min(amountMinor, portionOf(amountMinor, rule.percentOff, 10_000))
      if (offMinor > (best.get(at)?.reductions[0]!.offMinor ?? 0))
        best.set(at, { rule, reductions: [{ at, kind: 'group', description: rule.name, offMinor }] })
    }
  }
  return [...best.values()]
}

/** Bundles with the greatest saving first, as long as one saves more than the group prices of its seats do. */
function bundlesOf(
  seats: PricedSeat[],
  rules: PriceRule[],
  currency: string,
  groupOff: (at: number) => number,
): AppliedRule[] {
  const found: AppliedRule[] = []
  for (const own of Map.groupBy(seats, ({ personKey }) => personKey).values()) {
    const free = new Set(own)
    for (;;) {
      const [best] = rules
        .flatMap((rule) => bundleOf([...free], rule, currency) ?? [])
        .map((bundle) => ({ ...bundle, gain: bundle.saving - sumOf(bundle.seats.map(({ at }) => groupOff(at))) }))
        .filter(({ gain }) => gain > 0)
        .toSorted((one, other) => other.gain - one.gain)
      if (!best) break
      const shares = sharesOf(
        best.saving,
        best.seats.map(({ amountMinor }) => amountMinor),
      )
      const reductions = best.seats.map(({ at }, part) => ({
        at,
        kind: 'bundle' as const,
        description: best.rule.name,
        offMinor: shares[part]!,
      }))
      found.push({ rule: best.rule, reductions: reductions.filter(({ offMinor }) => offMinor > 0) })
      for (const seat of best.seats) free.delete(seat)
    }
  }
  return found
}

/** The dearest seat of each part, all at one price step, and what they cost less together; null when a part is missing. */
function bundleOf(seats: PricedSeat[], rule: PriceRule, currency: string) {
  if (rule.kind !== 'bundle' || rule.types.length === 0) return null
  const chosen: PricedSeat[] = []
  for (const [, types] of [...Map.groupBy(rule.types, ({ part }) => part)].toSorted(([one], [other]) => one - other)) {
    const [dearest] = seats
      .filter((seat) => !chosen.includes(seat) && types.some(({ ticketTypeId }) => ticketTypeId === seat.type.id))
      .filter(({ stepKind }) => chosen.length === 0 || chosen[0]!.stepKind === stepKind)
      .toSorted((one, other) => other.amountMinor - one.amountMinor)
    if (!dearest) return null
    chosen.push(dearest)
  }
  const step = rule.steps.find((step) => step.kind === chosen[0]!.stepKind && step.currency === currency)
  if (!step) return null
  return { rule, seats: chosen, saving: sumOf(chosen.map(({ amountMinor }) => amountMinor)) - step.amountMinor }
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
