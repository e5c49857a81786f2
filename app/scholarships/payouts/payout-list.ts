import type { PayoutState } from '#db/schema.ts'

export const PAYOUTS_PAGE = 50

export const PAYOUT_STATES = ['claimed', 'checked', 'approved', 'paid', 'refused'] as const satisfies PayoutState[]

/** What a list of payouts is narrowed to, as its address says; '' is all. */
export function readPayoutState(address: URLSearchParams): PayoutState | '' {
  return PAYOUT_STATES.find((one) => one === address.get('state')) ?? ''
}
