import type { Kysely } from 'kysely'
import type { Voucher } from './voucher.ts'
import type { Database } from '#db/schema.ts'

/** The vouchers of these events with these codes (in the form that is stored), with what their campaigns make of them. */
export async function readVouchers(
  db: Kysely<Database>,
  { eventIds, codes }: { eventIds: string[]; codes: string[] },
): Promise<Voucher[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('vouchers')
    .innerJoin('voucherCampaigns as campaign', 'campaign.id', 'vouchers.campaignId')
    .select(['vouchers.id', 'vouchers.eventId', 'code', 'maximumUses', 'used', 'emailKey', 'vouchers.isDisabled'])
    .select(['campaignId', 'effect', 'percentOff', 'appliesTo', 'opensHidden', 'isCombinable', 'reservationId'])
    .select(['startsAt', 'endsAt', 'campaign.isDisabled as isCampaignDisabled'])
    .where('vouchers.eventId', 'in', [...eventIds, ''])
    .where('code', 'in', codes)
    .execute()
  if (rows.length === 0) return []
  const campaignIds = [...new Set(rows.map(({ campaignId }) => campaignId))]
  const [types, amounts] = await Promise.all([
    db.selectFrom('voucherCampaignTypes').selectAll().where('campaignId', 'in', campaignIds).execute(),
    db.selectFrom('voucherAmounts').selectAll().where('campaignId', 'in', campaignIds).execute(),
  ])
  return rows.map(({ id, eventId, code, maximumUses, used, emailKey, isDisabled, ...campaign }) => ({
    id,
    eventId,
    code,
    maximumUses,
    used,
    emailKey,
    isDisabled,
    campaign: {
      id: campaign.campaignId,
      effect: campaign.effect,
      percentOff: campaign.percentOff,
      appliesTo: campaign.appliesTo,
      opensHidden: campaign.opensHidden,
      isCombinable: campaign.isCombinable,
      reservationId: campaign.reservationId,
      startsAt: campaign.startsAt,
      endsAt: campaign.endsAt,
      isDisabled: campaign.isCampaignDisabled,
      ticketTypeIds: types.flatMap((one) => (one.campaignId === campaign.campaignId ? [one.ticketTypeId] : [])),
      amounts: new Map(
        amounts.flatMap((one) =>
          one.campaignId === campaign.campaignId ? [[one.currency, one.amountMinor] as const] : [],
        ),
      ),
    },
  }))
}
