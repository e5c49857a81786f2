import type { TagKind } from '../tag.tsx'
import type { AwardInFull } from '#app/scholarships/awards/read-award.server.ts'

/** How the states of awards, their parts and payouts look; without an entry something is planned. */
export const AWARD_TAGS: Partial<Record<AwardInFull['state'], TagKind>> = {
  offered: 'wait',
  accepted: 'ok',
  ended: 'ok',
  declined: 'off',
  lapsed: 'off',
  withdrawn: 'off',
}

export const PART_TAGS: Partial<Record<AwardInFull['components'][number]['state'], TagKind>> = {
  offered: 'wait',
  accepted: 'ok',
  declined: 'off',
  released: 'off',
}

export const PAYOUT_TAGS: Partial<Record<AwardInFull['payouts'][number]['state'], TagKind>> = {
  claimed: 'wait',
  checked: 'wait',
  approved: 'wait',
  paid: 'ok',
  refused: 'bad',
}
