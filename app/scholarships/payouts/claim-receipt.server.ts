import type { Kysely } from 'kysely'
import { addPayout } from './add-payout.server.ts'
import { holdAward } from './hold-award.server.ts'
import { leftOfComponent } from './left-of-component.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ClaimReceipt {
  awardId: string
  componentId: string
  fileId: string
  description: string
  /** As the receipt says. */
  amount: Money
  formKey: string
  now: Instant
  actor: Actor
}

/**
 * The holder of an award sends a receipt. In the award's currency it claims its amount, at most what is left; in
 * another one nothing yet: whoever checks it says what it is.
 */
export async function claimReceipt(db: Kysely<Database>, claim: ClaimReceipt): Promise<Result<{ id: string }>> {
  const { awardId, componentId, amount, fileId, description, formKey, now, actor } = claim
  return await transact<{ id: string }, string>(db, async (db) => {
    await holdAward(db, { awardId, states: ['accepted'], now })
    const award = await db.selectFrom('awards').select('currency').where('id', '=', awardId).executeTakeFirstOrThrow()
    const left = await leftOfComponent(db, componentId)
    const isKnown = await db.selectFrom('payouts').select('id').where('formKey', '=', formKey).executeTakeFirst()
    if (left <= 0 && !isKnown) throw new Refused({ code: 'payout-nothing-left', field: 'component' })
    const { id, isNew } = await addPayout(db, {
      awardId,
      componentId,
      formKey,
      now,
      actor,
      way: 'reimbursed',
      state: 'claimed',
      amountMinor: amount.currency === award.currency ? Math.min(amount.amountMinor, left) : 0,
      note: '',
      reference: '',
    })
    if (!isNew) return { id }
    await db
      .insertInto('payoutReceipts')
      .values({ id: newId(now), payoutId: id, fileId, description, ...amount, createdAt: now })
      .execute()
    await db.updateTable('files').set({ eraseAt: null }).where('id', '=', fileId).execute()
    return { id }
  })
}
