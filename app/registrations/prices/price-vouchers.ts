import { dropRules, isLowerable, leftOf, lower, type Lowering, mayJoin, ruledOff } from '../lowering.ts'
import { needsCode, type OfferedType } from '../offered.ts'
import type { Reduction } from './price-line.ts'
import type { AppliedRule } from './price-rules.ts'
import type { PricedSeat } from './price-seats.ts'
import { sharesOf } from '#app/values/portion.ts'
import { type VoucherRefusal, provesRight, takenOff } from '#app/vouchers/examine-voucher.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'

/** A voucher and the seats of the order that it is for. */
export interface VoucherClaim {
  voucher: Voucher
  seats: PricedSeat[]
}

/** One use: of one person's seat, or (null) of the order. */
export interface VoucherUse {
  voucher: Voucher
  at: number | null
  /** The seats that it serves. */
  seats: number[]
}

export interface Lowered {
  reductions: Reduction[]
  uses: VoucherUse[]
  refusals: { code: VoucherRefusal; voucher: Voucher }[]
}

/** A fixed price comes before a percentage, and that before an amount, in whatever order codes were typed. */
const RANK = { access: 0, price: 1, percentage: 2, amount: 3 }

/** Whether a seat can be had only with a code: because it is hidden, or because the code is the proof. */
export function asksForCode({ type }: PricedSeat): boolean {
  return needsCode(type) || (type.eligibility !== 'none' && type.proof === 'code')
}

/** Whether a voucher is the code that such a seat asks for. */
export function opens(voucher: Voucher, type: OfferedType): boolean {
  if (needsCode(type) && voucher.campaign.opensHidden === 0) return false
  return type.proof !== 'code' || type.eligibility === 'none' || provesRight(voucher, type.id)
}

/**
 * What an order costs with its bundles, group prices and vouchers. Where a rule is not combinable with vouchers, both
 * ways are counted and the cheaper one holds for the order; at the same price no voucher is used up.
 */
export function lowerPrices(applied: AppliedRule[], claims: VoucherClaim[], currency: string): Lowered {
  if (claims.length === 0)
    return { reductions: applied.flatMap(({ reductions }) => reductions), uses: [], refusals: [] }
  const sorted = claims.toSorted(
    ({ voucher: one }, { voucher: other }) =>
      RANK[one.campaign.effect] - RANK[other.campaign.effect] || (one.code < other.code ? -1 : 1),
  )
  const ways = [false, true].map((isVoucherFirst) => lowered(applied, sorted, currency, isVoucherFirst))
  return offOf(ways[1]!) > offOf(ways[0]!) ? ways[1]! : ways[0]!
}

function offOf({ reductions }: Lowered): number {
  return reductions.reduce((sum, { offMinor }) => sum + offMinor, 0)
}

function lowered(applied: AppliedRule[], claims: VoucherClaim[], currency: string, isVoucherFirst: boolean): Lowered {
  const lowering: Lowering = {
    currency,
    isVoucherFirst,
    rules: applied,
    vouchersOn: new Map(),
    off: new Map(),
    opened: new Set(),
    reductions: [],
  }
  const uses: VoucherUse[] = []
  const refusals: Lowered['refusals'] = []
  for (const claim of claims) {
    const own =
      claim.voucher.campaign.appliesTo === 'order' ? useForOrder(claim, lowering) : useForPeople(claim, lowering)
    uses.push(...own)
    dropRules(lowering)
    const isBlocked = claim.seats.every((seat) => !mayJoin(lowering, seat, claim.voucher))
    if (own.length === 0 && isBlocked) refusals.push({ code: 'voucher-not-combinable', voucher: claim.voucher })
  }
  const ruled = lowering.rules.flatMap(({ reductions }) => reductions)
  return { reductions: [...ruled, ...lowering.reductions], uses, refusals }
}

/** One use for the order, when it does anything: opens a seat, keeps one, or lowers one. */
function useForOrder({ voucher, seats }: VoucherClaim, lowering: Lowering): VoucherUse[] {
  const opening = seats.filter((seat) => isOpenedBy(voucher, seat, lowering))
  const lowerable = seats.filter((seat) => isLowerable(lowering, seat, voucher))
  const shares = orderShares(
    voucher,
    lowerable.map((seat) => leftOf(lowering, seat)),
    lowering.currency,
  )
  for (const [part, seat] of lowerable.entries()) lower(lowering, seat, voucher, shares[part]!)
  for (const seat of opening) lowering.opened.add(seat)
  const isUsed = opening.length > 0 || isServing(voucher) || shares.some((share) => share > 0)
  return isUsed ? [{ voucher, at: null, seats: seats.map(({ at }) => at) }] : []
}

/** A use for each person, as far as they last: first the seats that it opens, then those that gain most. */
function useForPeople({ voucher, seats }: VoucherClaim, lowering: Lowering): VoucherUse[] {
  const offOf = (seat: PricedSeat) =>
    isLowerable(lowering, seat, voucher) ? (takenOff(voucher, leftOf(lowering, seat), lowering.currency) ?? 0) : 0
  const served = seats
    .map((seat) => ({
      seat,
      offMinor: offOf(seat),
      gain: offOf(seat) - ruledOff(lowering, seat, false),
      isOpening: isOpenedBy(voucher, seat, lowering),
    }))
    .filter(({ gain, isOpening }) => isOpening || gain > 0 || isServing(voucher))
    .toSorted((one, other) => Number(other.isOpening) - Number(one.isOpening) || other.gain - one.gain)
    .slice(0, voucher.maximumUses - voucher.used)
  for (const { seat, offMinor, gain, isOpening } of served) {
    if (isOpening) lowering.opened.add(seat)
    if (gain > 0) lower(lowering, seat, voucher, offMinor)
  }
  return served.map(({ seat }) => ({ voucher, at: seat.at, seats: [seat.at] }))
}

function isOpenedBy(voucher: Voucher, seat: PricedSeat, { opened }: Lowering): boolean {
  return asksForCode(seat) && !opened.has(seat) && opens(voucher, seat.type)
}

/** Whether it is of use without lowering anything. */
function isServing({ campaign }: Voucher): boolean {
  return campaign.effect === 'access' || campaign.reservationId !== null
}

/** What a voucher for a whole order takes off each of its seats. */
function orderShares(voucher: Voucher, amounts: number[], currency: string): number[] {
  if (voucher.campaign.effect === 'percentage') return amounts.map((amount) => takenOff(voucher, amount, currency) ?? 0)
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  return sharesOf(takenOff(voucher, sum, currency) ?? 0, amounts)
}
