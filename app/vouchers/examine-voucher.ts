import type { Voucher } from './voucher.ts'
import type { Instant } from '#app/values/moment.ts'
import { portionOf } from '#app/values/portion.ts'

export type VoucherRefusal =
  | 'voucher-unknown'
  | 'voucher-not-begun'
  | 'voucher-expired'
  | 'voucher-used'
  | 'voucher-not-yours'
  | 'voucher-not-for-this'
  | 'voucher-not-combinable'

/** Why a code does nothing at a moment, whoever uses it for whatever; null when it may. One that is disabled is not told from one that never was. */
export function whyVoucherFails(
  { campaign, ...voucher }: Voucher,
  { eventId, now }: { eventId: string; now: Instant },
): VoucherRefusal | null {
  if (voucher.eventId !== eventId || voucher.isDisabled || campaign.isDisabled) return 'voucher-unknown'
  if (campaign.startsAt !== null && now < campaign.startsAt) return 'voucher-not-begun'
  if (campaign.endsAt !== null && campaign.endsAt <= now) return 'voucher-expired'
  return voucher.used >= voucher.maximumUses ? 'voucher-used' : null
}

/** Whether it is for this ticket type. */
export function isForType({ campaign }: Voucher, ticketTypeId: string): boolean {
  return campaign.ticketTypeIds.length === 0 || campaign.ticketTypeIds.includes(ticketTypeId)
}

/** Whether it shows that its holder may have a ticket type that asks for a code: only when it was made for that one. */
export function provesRight({ campaign }: Voucher, ticketTypeId: string): boolean {
  return campaign.ticketTypeIds.includes(ticketTypeId)
}

/** Whether it may be used by somebody with that address (as `emailKey` makes it). */
export function isForAddress({ emailKey }: Voucher, key: string): boolean {
  return emailKey === null || emailKey === key
}

/** What it takes off an amount that is left to pay, never more than that; null when it has no amount in that currency. */
export function takenOff({ campaign }: Voucher, amountMinor: number, currency: string): number | null {
  if (campaign.effect === 'access') return 0
  if (campaign.effect === 'percentage')
    return Math.min(amountMinor, portionOf(amountMinor, campaign.percentOff, 10_000))
  const amount = campaign.amounts.get(currency)
  if (amount === undefined) return null
  return campaign.effect === 'price' ? Math.max(0, amountMinor - amount) : Math.min(amountMinor, amount)
}
