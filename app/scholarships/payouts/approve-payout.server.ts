import { holdAward } from './hold-award.server.ts'
import type { Kysely } from 'kysely'
import { findPayoutRow, movePayout } from './move-payout.server.ts'
import { hasAnotherPair } from './another-pair.server.ts'
import { refuseOutside } from './refuse-outside.server.ts'
import { refuseClosedGate } from './refuse-closed-gate.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Finance agrees to a payout that was checked. Whoever checked it does not agree to it, where somebody else in finance
 * could.
 */
export async function approvePayout(
  db: Kysely<Database>,
  input: { payoutId: string; reach: Reach; accountId: string; now: Instant },
): Promise<Result<void>> {
  const { payoutId, reach, accountId, now } = input
  return await transact<void, string>(db, async (db) => {
    const payout = await findPayoutRow(db, payoutId)
    await refuseOutside(db, payout.eventId, reach)
    await holdAward(db, { awardId: payout.awardId, now })
    await refuseClosedGate(db, payout)
    if (payout.checkedBy === accountId && (await hasAnotherPair(db, payout.eventId, accountId)))
      throw new Refused({ code: 'payout-own-check' })
    await movePayout(db, payout, {
      from: ['checked'],
      to: 'approved',
      columns: { approvedBy: accountId, approvedAt: now },
      now,
      actor: { kind: 'account', id: accountId },
    })
  })
}
