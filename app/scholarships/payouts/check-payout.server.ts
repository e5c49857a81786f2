import type { Kysely } from 'kysely'
import { refuseTooMuch } from './add-payout.server.ts'
import { holdAward } from './hold-award.server.ts'
import { leftOfComponent } from './left-of-component.server.ts'
import { findPayoutRow, movePayout } from './move-payout.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CheckPayout {
  eventId: string
  payoutId: string
  /** In the award's currency. */
  amountMinor: number
  /** By which rate, what was left out. */
  note: string
  accountId: string
  now: Instant
}

/** An organizer looked at receipts and says what they are worth in the award's currency. */
export async function checkPayout(db: Kysely<Database>, input: CheckPayout): Promise<Result<void>> {
  const { eventId, payoutId, amountMinor, note, accountId, now } = input
  return await transact<void, string>(db, async (db) => {
    const seen = await findPayoutRow(db, payoutId)
    if (seen.eventId !== eventId) throw new Refused({ code: 'payout-unknown' })
    await holdAward(db, { awardId: seen.awardId, now })
    const payout = await findPayoutRow(db, payoutId)
    const left = (await leftOfComponent(db, payout.componentId)) + payout.amountMinor
    refuseTooMuch({ amountMinor, left, currency: payout.currency })
    await movePayout(db, payout, {
      from: ['claimed'],
      to: 'checked',
      columns: { amountMinor, note, checkedBy: accountId, checkedAt: now },
      now,
      actor: { kind: 'account', id: accountId },
    })
  })
}
