import type { Kysely } from 'kysely'
import { findPayoutRow, movePayout } from './move-payout.server.ts'
import { refuseOutside } from './refuse-outside.server.ts'
import { tellHolder } from '#app/scholarships/awards/tell-holder.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface RefusePayout {
  payoutId: string
  reason: string
  /** An organizer of the event, or somebody in finance. */
  by: { eventId: string } | { reach: Reach }
  accountId: string
  now: Instant
}

/** Says no to a payout before it is paid, with a reason for its receiver. Its amount is left of the component again. */
export async function refusePayout(db: Kysely<Database>, input: RefusePayout): Promise<Result<void>> {
  const { payoutId, reason, by, accountId, now } = input
  return await transact<void, string>(db, async (db) => {
    const payout = await findPayoutRow(db, payoutId)
    if ('reach' in by) await refuseOutside(db, payout.eventId, by.reach)
    else if (payout.eventId !== by.eventId) throw new Refused({ code: 'payout-unknown' })
    await movePayout(db, payout, {
      // What finance agreed to, only finance takes back.
      from: 'reach' in by ? ['claimed', 'checked', 'approved'] : ['claimed', 'checked'],
      to: 'refused',
      columns: { reason },
      now,
      actor: { kind: 'account', id: accountId },
    })
    if (payout.way === 'reimbursed')
      await tellHolder(db, { template: 'award-receipt-refused', awardId: payout.awardId, occasion: payoutId, now })
  })
}
