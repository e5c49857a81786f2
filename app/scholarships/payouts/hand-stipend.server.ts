import type { Kysely } from 'kysely'
import { addPayout } from './add-payout.server.ts'
import { payFromFunds } from './pay-from-funds.server.ts'
import { refuseForeignAward } from '../awards/refuse-foreign-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface HandStipend {
  eventId: string
  awardId: string
  componentId: string
  /** Of the signature sheet, with the line. */
  reference: string
  formKey: string
  accountId: string
  now: Instant
}

/**
 * A stipend was handed over and signed for: what is left of it, paid at once. Its amount was agreed to with the award, so
 * nobody agrees a second time; the signature is the paper.
 */
export async function handStipend(db: Kysely<Database>, input: HandStipend): Promise<Result<{ id: string }>> {
  const { eventId, accountId, now, ...payout } = input
  return await transact<{ id: string }, string>(db, async (db) => {
    await refuseForeignAward(db, { awardId: payout.awardId, eventId })
    const actor = { kind: 'account', id: accountId } as const
    const steps = { checkedBy: accountId, checkedAt: now, approvedBy: accountId, approvedAt: now }
    const row = { ...payout, way: 'stipend', state: 'paid', amountMinor: 'rest', note: '', now, actor } as const
    const { id, isNew, amountMinor } = await addPayout(db, row, { ...steps, paidBy: accountId, paidAt: now })
    if (!isNew) return { id }
    if (amountMinor <= 0) throw new Refused({ code: 'payout-nothing-left' })
    await payFromFunds(db, { payoutId: id, componentId: payout.componentId, amountMinor, now })
    return { id }
  })
}
