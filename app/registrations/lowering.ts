import type { Reduction } from './prices/price-line.ts'
import type { AppliedRule } from './prices/price-rules.ts'
import type { PricedSeat } from './prices/price-seats.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'

/** How far the seats of an order are lowered, while its vouchers are applied one after the other. */
export interface Lowering {
  currency: string
  /** Whether a voucher takes the place of a rule that is not combinable; else it leaves such seats alone. */
  isVoucherFirst: boolean
  /** Those that still hold. */
  rules: AppliedRule[]
  vouchersOn: Map<PricedSeat, Voucher[]>
  off: Map<PricedSeat, number>
  /** Seats that asked for a code and have one. */
  opened: Set<PricedSeat>
  reductions: Reduction[]
}

/** What rules take off a seat: those that vouchers may join, or the others. */
export function ruledOff({ rules }: Lowering, { at }: PricedSeat, isCombinable: boolean): number {
  return rules
    .filter(({ rule }) => (rule.isCombinable === 1) === isCombinable)
    .flatMap(({ reductions }) => reductions)
    .filter((reduction) => reduction.at === at)
    .reduce((sum, { offMinor }) => sum + offMinor, 0)
}

/** What a voucher would find left to pay. */
export function leftOf(lowering: Lowering, seat: PricedSeat): number {
  return seat.amountMinor - ruledOff(lowering, seat, true) - (lowering.off.get(seat) ?? 0)
}

/** Two vouchers lower one seat only when both may. */
export function mayJoin({ vouchersOn }: Lowering, seat: PricedSeat, { campaign }: Voucher): boolean {
  const others = vouchersOn.get(seat) ?? []
  return others.length === 0 || (campaign.isCombinable === 1 && others.every((other) => other.campaign.isCombinable))
}

export function isLowerable(lowering: Lowering, seat: PricedSeat, voucher: Voucher): boolean {
  const isFree = lowering.isVoucherFirst || ruledOff(lowering, seat, false) === 0
  return isFree && mayJoin(lowering, seat, voucher) && leftOf(lowering, seat) > 0
}

export function lower(
  { vouchersOn, off, reductions }: Lowering,
  seat: PricedSeat,
  voucher: Voucher,
  offMinor: number,
): void {
  if (offMinor <= 0) return
  vouchersOn.set(seat, [...(vouchersOn.get(seat) ?? []), voucher])
  off.set(seat, (off.get(seat) ?? 0) + offMinor)
  reductions.push({ at: seat.at, kind: 'voucher', description: voucher.code, offMinor })
}

/** A rule that is not combinable no longer holds for any of its seats once a voucher has lowered one of them. */
export function dropRules(lowering: Lowering): void {
  const lowered = new Set([...lowering.vouchersOn.keys()].map(({ at }) => at))
  lowering.rules = lowering.rules.filter(
    ({ rule, reductions }) => rule.isCombinable || !reductions.some(({ at }) => lowered.has(at)),
  )
}
