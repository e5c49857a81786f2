import { type OfferedType, whyNotOnSale } from './offered.ts'
import type { PlaceOrder, PlaceRefusal } from './placing.ts'
import type { PricedSeat } from './prices/price-seats.ts'
import { asksForCode, opens, type VoucherUse } from './prices/price-vouchers.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'

/**
 * Why a seat with a price cannot be had now: closed, or without the code that it asks for; null when it can. A ticket
 * type that is hidden is not told from one that does not exist to who has no code at all.
 */
export function whyNotHad(
  seat: PricedSeat,
  order: Pick<PlaceOrder, 'voucherCodes'>,
  uses: VoucherUse[],
  now: Instant,
): Refusal<PlaceRefusal> | null {
  const { type, name: ticket } = seat
  const refusal = (code: PlaceRefusal) => ({ code, field: `tickets.${type.code}`, details: { ticket } })
  const reason = whyNotOnSale(type, now, true)
  if (reason) return refusal(reason)
  const isOpened = uses.some(({ voucher, seats }) => seats.includes(seat.at) && opens(voucher, type))
  if (isOpened || !asksForCode(seat)) return null
  return refusal(type.isHidden && !hasCodes(order) ? 'ticket-unknown' : 'code-missing')
}

/** The same for a seat without a price: that it is closed says more. */
export function whyNotPriced(
  type: OfferedType,
  order: Pick<PlaceOrder, 'voucherCodes'>,
  refusal: Refusal<PlaceRefusal>,
  now: Instant,
): Refusal<PlaceRefusal> {
  const reason = whyNotOnSale(type, now, hasCodes(order))
  return reason ? { ...refusal, code: reason } : refusal
}

function hasCodes({ voucherCodes = [] }: Pick<PlaceOrder, 'voucherCodes'>): boolean {
  return voucherCodes.some((typed) => typed.trim() !== '')
}
