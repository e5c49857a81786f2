import type { Kysely } from 'kysely'
import { addAdjustment } from '../changes/add-adjustment.server.ts'
import { finishRefund } from './finish-refund.server.ts'
import { askFinance, findRefundAttempt, moveRefund, type RefundAttempt } from './refund-attempts.server.ts'
import { refundWithin } from './refund-within.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** What a person may lose when finance refuses: what came of their own wish. Money that is theirs stays theirs. */
const BY_WISH = new Set(['cancelled', 'visa-refused', 'changed'])

/**
 * Finance agrees to a refund that waits for it, or refuses it: then the order is asked again for what was taken off
 * it, so that nothing stays open. The paper that it was asked with goes at once. `refund-decided` when it does not wait any more.
 */
export async function decideRefund(
  db: Kysely<Database>,
  {
    attemptId,
    isAgreed,
    note = '',
    accountId,
    reach,
    now,
  }: { attemptId: string; isAgreed: boolean; note?: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<void, 'refund-unknown' | 'refund-decided' | 'busy'>> {
  return await transact<void, 'refund-unknown' | 'refund-decided'>(db, async (db) => {
    const attempt = await refundWithin(db, { attemptId, reach })
    if (attempt.state !== 'approval') throw new Refused({ code: 'refund-decided' })
    const actor = { kind: 'account' as const, id: accountId }
    if (isAgreed) await agree(db, attempt, note, now, actor)
    else await refuseRefund(db, attempt, note, now, actor)
    await settleEntries(db, { kinds: ['refund-asked'], subject: attemptId }, { now, actor })
    if (attempt.fileId !== null) await eraseFile(db, { fileId: attempt.fileId, now, actor })
  })
}

async function agree(db: Kysely<Database>, attempt: RefundAttempt, note: string, now: Instant, actor: Actor) {
  const state = attempt.way === 'provider' ? 'starting' : 'manual'
  await moveRefund(db, attempt, state, { now, actor, checkedAt: null, note: note || attempt.note })
  const moved = (await findRefundAttempt(db, attempt.id))!
  if (moved.way === 'fund') await finishRefund(db, moved, { reference: `fund:${moved.id}`, now, actor })
  else if (state === 'manual') await askFinance(db, 'refund-manual', moved, { now })
}

async function refuseRefund(db: Kysely<Database>, attempt: RefundAttempt, note: string, now: Instant, actor: Actor) {
  await moveRefund(db, attempt, 'refused', { now, actor, note: note || attempt.note })
  if (!BY_WISH.has(attempt.reason)) return
  const { orderId, amountMinor, currency } = attempt
  await addAdjustment(db, { orderId, amountMinor, currency, now })
}
