import type { OwnRows } from './build-document.ts'
import { keysOf } from './build-offer.ts'

/** Blocks, vouchers and lists of eligible people: nothing of it is for everybody. */
export function buildPrivateOffer(rows: OwnRows) {
  const seats = rows.blockSeats.filter(({ size }) => size > 0)
  const standing = rows.blocks.filter(({ id }) => seats.some(({ reservationId }) => reservationId === id))
  const blocks = keysOf(standing, 'b')
  const quotas = keysOf(rows.quotas, 'q')
  const codes = new Map(rows.ticketTypes.map((type) => [type.id, type.code]))
  return {
    blocks: standing.map(({ id, name, untilAt }) => ({
      key: blocks.get(id)!,
      name,
      untilAt,
      seats: seats
        .filter((row) => row.reservationId === id)
        .map(({ quotaId, size }) => ({ quota: quotas.get(quotaId)!, size }))
        .toSorted((one, other) => Number(one.quota.slice(1)) - Number(other.quota.slice(1))),
    })),
    campaigns: rows.campaigns.map((campaign) => ({
      name: campaign.name,
      effect: campaign.effect,
      percentOff: campaign.percentOff,
      appliesTo: campaign.appliesTo,
      opensHidden: campaign.opensHidden === 1,
      isCombinable: campaign.isCombinable === 1,
      organization: campaign.organization,
      block: campaign.reservationId === null ? null : (blocks.get(campaign.reservationId) ?? null),
      startsAt: campaign.startsAt,
      endsAt: campaign.endsAt,
      isDisabled: campaign.isDisabled === 1,
      ticketTypes: rows.campaignTypes
        .filter((row) => row.campaignId === campaign.id)
        .map((row) => codes.get(row.ticketTypeId)!)
        .toSorted(),
      amounts: rows.campaignAmounts
        .filter((row) => row.campaignId === campaign.id)
        .map(({ currency, amountMinor }) => ({ currency, amountMinor: Number(amountMinor) })),
      vouchers: rows.vouchers
        .filter((row) => row.campaignId === campaign.id)
        .map(({ code, maximumUses, emailKey, note, isDisabled }) => ({
          code,
          maximumUses,
          email: emailKey,
          note,
          isDisabled: isDisabled === 1,
        })),
    })),
    eligiblePeople: rows.eligiblePeople.map(({ eligibility, keyHash }) => ({ eligibility, keyHash })),
  }
}
