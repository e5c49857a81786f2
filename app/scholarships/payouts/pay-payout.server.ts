import type { Kysely } from 'kysely'
import { holdAward } from './hold-award.server.ts'
import { refuseClosedGate } from './refuse-closed-gate.server.ts'
import { findPayoutRow, movePayout } from './move-payout.server.ts'
import { payFromFunds } from './pay-from-funds.server.ts'
import { refuseOutside } from './refuse-outside.server.ts'
import { tellHolder } from '#app/scholarships/awards/tell-holder.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface PayPayout {
  payoutId: string
  /** Of the transfer, or of the ticket that was bought. */
  reference: string
  reach: Reach
  accountId: string
  now: Instant
}

/** Finance has paid what it agreed to. The same reference sent twice is paid once. */
export async function payPayout(db: Kysely<Database>, input: PayPayout): Promise<Result<void>> {
  const { payoutId, reference, reach, accountId, now } = input
  return await transact<void, string>(db, async (db) => {
    const seen = await findPayoutRow(db, payoutId)
    await refuseOutside(db, seen.eventId, reach)
    if (seen.state === 'paid' && seen.reference === reference) return
    await holdAward(db, { awardId: seen.awardId, now })
    await refuseClosedGate(db, seen)
    await movePayout(db, seen, {
      from: ['approved'],
      to: 'paid',
      columns: { reference, paidBy: accountId, paidAt: now },
      now,
      actor: { kind: 'account', id: accountId },
    })
    await payFromFunds(db, { payoutId, componentId: seen.componentId, amountMinor: seen.amountMinor, now })
    if (seen.way === 'reimbursed')
      await tellHolder(db, { template: 'award-reimbursed', awardId: seen.awardId, occasion: payoutId, now })
  })
}
