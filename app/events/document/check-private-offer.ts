import { once } from './check.ts'
import type { PathPart } from './problems.ts'
import type { EventDocument } from './schema.ts'

type Tell = (message: string, ...at: PathPart[]) => void

/** What a schema cannot say of blocks, vouchers, lists and of what points to hidden ticket types. */
export function checkPrivateOffer(
  event: EventDocument,
  { codes, quotas }: { codes: Set<string>; quotas: Set<string> },
  tell: Tell,
): void {
  const secret = event.private
  if (!secret) return
  const known = (code: string, ...at: PathPart[]) => {
    if (!codes.has(code)) tell(`names a ticket type “${code}” that the event does not have`, 'private', ...at)
  }
  secret.hiddenLinks.forEach((row, at) => {
    known(row.code, 'hiddenLinks', at, 'code')
    row.mains.forEach((code, place) => known(code, 'hiddenLinks', at, 'mains', place))
    if (row.remote !== null) known(row.remote, 'hiddenLinks', at, 'remote')
  })
  secret.blocks.forEach((block, at) => {
    block.seats.forEach(({ quota }, place) => {
      if (!quotas.has(quota))
        tell(`names a quota “${quota}” that the event does not have`, 'private', 'blocks', at, 'seats', place)
    })
    once(
      block.seats,
      ({ quota }) => quota,
      (place) => tell('stands here twice', 'private', 'blocks', at, 'seats', place),
    )
  })
  once(
    secret.blocks,
    ({ key }) => key,
    (at) => tell('stands here twice', 'private', 'blocks', at, 'key'),
  )
  const blocks = new Set(secret.blocks.map(({ key }) => key))
  const vouchers = new Set<string>()
  secret.campaigns.forEach((campaign, at) => {
    campaign.ticketTypes.forEach((code, place) => known(code, 'campaigns', at, 'ticketTypes', place))
    if (campaign.block !== null && !blocks.has(campaign.block))
      tell(`names a block “${campaign.block}” that the event does not have`, 'private', 'campaigns', at, 'block')
    once(
      campaign.amounts,
      ({ currency }) => currency,
      (place) => tell('stands here twice', 'private', 'campaigns', at, 'amounts', place),
    )
    campaign.vouchers.forEach(({ code }, place) => {
      if (vouchers.has(code)) tell('stands here twice', 'private', 'campaigns', at, 'vouchers', place, 'code')
      vouchers.add(code)
    })
  })
  once(
    secret.eligiblePeople,
    ({ eligibility, keyHash }) => `${eligibility} ${keyHash}`,
    (at) => tell('stands here twice', 'private', 'eligiblePeople', at),
  )
}
