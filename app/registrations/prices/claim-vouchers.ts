import type { PlaceOrder, PlaceRefusal } from '../placing.ts'
import type { PricedSeat } from './price-seats.ts'
import type { VoucherClaim } from './price-vouchers.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { emailKey } from '#app/values/text.ts'
import { isForAddress, isForType, whyVoucherFails } from '#app/vouchers/examine-voucher.ts'
import { voucherCode } from '#app/vouchers/voucher-code.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'

/** The codes of an order as they are stored, each once, in the order in which they were typed. */
export function typedCodes({ voucherCodes = [] }: Pick<PlaceOrder, 'voucherCodes'>): string[] {
  if (voucherCodes.length === 0) return []
  return [...new Set(voucherCodes.filter((typed) => typed.trim() !== '').map((typed) => voucherCode(typed) ?? ''))]
}

/** Which seats each typed code is for, or why it is for none. */
export function claimVouchers(
  order: PlaceOrder,
  seats: PricedSeat[],
  vouchers: readonly Voucher[],
  currency: string | null,
  now: Instant,
): { claims: VoucherClaim[]; refusals: Refusal<PlaceRefusal>[] } {
  const claims: VoucherClaim[] = []
  const refusals: Refusal<PlaceRefusal>[] = []
  for (const code of typedCodes(order)) {
    const voucher = vouchers.find((one) => one.code === code && one.eventId === order.eventId)
    const reason = voucher ? whyVoucherFails(voucher, { eventId: order.eventId, now }) : 'voucher-unknown'
    const own = voucher && !reason ? seatsFor(voucher, order, seats, currency) : null
    if (Array.isArray(own)) claims.push({ voucher: voucher!, seats: own })
    else refusals.push(voucherRefusal(reason ?? own!, code))
  }
  return { claims, refusals }
}

export function voucherRefusal(code: PlaceRefusal, voucher: string): Refusal<PlaceRefusal> {
  return { code, field: 'voucherCodes', details: { code: voucher } }
}

function seatsFor(voucher: Voucher, order: PlaceOrder, seats: PricedSeat[], currency: string | null) {
  const { campaign } = voucher
  const hasAmount =
    (campaign.effect !== 'price' && campaign.effect !== 'amount') || campaign.amounts.has(currency ?? '')
  const ofType = hasAmount ? seats.filter(({ type }) => isForType(voucher, type.id)) : []
  if (ofType.length === 0) return 'voucher-not-for-this' as const
  const isTheirs = ({ person }: PricedSeat) => isForAddress(voucher, emailKey(person.email))
  if (campaign.appliesTo === 'order')
    return seats.some(isTheirs) || isForAddress(voucher, emailKey(order.orderer?.email ?? ''))
      ? ofType
      : ('voucher-not-yours' as const)
  const own = ofType.filter(isTheirs)
  return own.length > 0 ? own : ('voucher-not-yours' as const)
}
