import type { VoucherCampaignsTable, VouchersTable } from '#db/schema.ts'

/** One code with what its campaign makes of it. */
export interface Voucher extends Pick<
  VouchersTable,
  'id' | 'eventId' | 'code' | 'maximumUses' | 'used' | 'emailKey' | 'isDisabled'
> {
  campaign: Campaign
}

export interface Campaign extends Pick<
  VoucherCampaignsTable,
  | 'id'
  | 'effect'
  | 'percentOff'
  | 'appliesTo'
  | 'opensHidden'
  | 'isCombinable'
  | 'reservationId'
  | 'startsAt'
  | 'endsAt'
  | 'isDisabled'
> {
  /** The ticket types that it is for; all when empty. */
  ticketTypeIds: string[]
  /** The fixed price, or what is taken off, by currency. */
  amounts: ReadonlyMap<string, number>
}
