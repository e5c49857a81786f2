import { type Ids, quotaNames } from './ids.ts'
import type { EventPlan } from './plan.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'

/** The blocks and the vouchers of an event, by table; what has no id yet gets one. */
export function voucherRows(plan: EventPlan, ids: Ids, quotaIds: Map<string, string>, now: Instant) {
  const blockNames = quotaNames(plan.blocks)
  const blocks = plan.blocks.map(({ key, name, untilAt, seats }, at) => ({
    key,
    id: ids.blocks.get(blockNames[at]!) ?? newId(now),
    name,
    untilAt,
    seats: seats.map(({ quota, size }) => ({ quotaId: quotaIds.get(quota)!, size })),
  }))
  const blockIds = new Map(blocks.map(({ key, id }) => [key, id]))
  const campaignNames = quotaNames(plan.campaigns)
  const campaigns = plan.campaigns.map((campaign, at) => ({
    id: ids.campaigns.get(campaignNames[at]!) ?? newId(now),
    campaign,
  }))
  return {
    blocks,
    voucherCampaigns: campaigns.map(
      ({
        id,
        campaign: {
          ticketTypes: _,
          amounts: __,
          vouchers: ___,
          block,
          opensHidden,
          isCombinable,
          isDisabled,
          ...campaign
        },
      }) => ({
        id,
        eventId: ids.eventId,
        reservationId: block === null ? null : blockIds.get(block)!,
        opensHidden: flag(opensHidden),
        isCombinable: flag(isCombinable),
        isDisabled: flag(isDisabled),
        ...campaign,
      }),
    ),
    voucherCampaignTypes: campaigns.flatMap(({ id, campaign }) =>
      campaign.ticketTypes.map((code) => ({ campaignId: id, ticketTypeId: ids.ticketTypes.get(code)! })),
    ),
    voucherAmounts: campaigns.flatMap(({ id, campaign }) =>
      campaign.amounts.map((amount) => ({ campaignId: id, ...amount })),
    ),
    vouchers: campaigns.flatMap(({ id, campaign }) =>
      campaign.vouchers.map(({ email, isDisabled, ...voucher }) => ({
        id: ids.vouchers.get(voucher.code) ?? newId(now),
        eventId: ids.eventId,
        campaignId: id,
        emailKey: email,
        isDisabled: flag(isDisabled),
        ...voucher,
      })),
    ),
  }
}
