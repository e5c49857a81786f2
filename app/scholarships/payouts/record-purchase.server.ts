import type { Kysely } from 'kysely'
import { addPayout } from './add-payout.server.ts'
import { refuseForeignAward } from '../awards/refuse-foreign-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface RecordPurchase {
  eventId: string
  awardId: string
  componentId: string
  amountMinor: number
  note: string
  formKey: string
  accountId: string
  now: Instant
}

/** An organizer buys something for the holder: it counts as checked, and goes to finance. */
export async function recordPurchase(db: Kysely<Database>, input: RecordPurchase): Promise<Result<{ id: string }>> {
  const { eventId, accountId, now, ...payout } = input
  return await transact<{ id: string }, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId: payout.awardId, eventId })
    const actor = { kind: 'account', id: accountId } as const
    const checked = { checkedBy: accountId, checkedAt: now }
    const row = { ...payout, way: 'organizer', state: 'checked', reference: '', now, actor } as const
    const { id } = await addPayout(db, row, checked)
    return { id }
  })
}
