import type { Kysely } from 'kysely'
import { heldForDue } from '../due-times.ts'
import { setHolds } from '../attempts/extend-holds.server.ts'
import { findAttempt } from '../attempts/lock-attempt.server.ts'
import { moveAttempt } from '../attempts/move-attempt.server.ts'
import { lockClaim, noteDecided } from './decide-claim.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { ordererOf } from '#app/registrations/orderer.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** How long seats wait at least for another try, after somebody said no. */
const RETRY_DAYS = 2

/**
 * Somebody in finance says no, and why: the payer is written to, and the seats wait two days at least for another try.
 * Once; outside their reach it is unknown.
 */
export async function refuseClaim(
  db: Kysely<Database>,
  {
    claimId,
    reason,
    accountId,
    reach,
    now,
  }: { claimId: string; reason: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<void, 'claim-unknown' | 'claim-decided' | 'busy'>> {
  return await transact<void, 'claim-unknown' | 'claim-decided'>(db, async (db) => {
    const claim = await lockClaim(db, { claimId, reach })
    const { orderId, dueAt } = claim
    await noteDecided(db, claim, { state: 'refused', reason, accountId, now })
    const attempt = claim.attemptId === null ? undefined : await findAttempt(db, claim.attemptId)
    const actor = { kind: 'account', id: accountId } as const
    if (attempt?.state === 'processing') await moveAttempt(db, attempt, 'expired', { now, actor })
    const retry = addMinutes(now, RETRY_DAYS * 24 * 60)
    const due = dueAt === null ? retry : heldForDue(dueAt)
    await setHolds(db, orderId, due > retry ? due : retry, now)
    const orderer = await ordererOf(db, orderId)
    if (!orderer) return
    const { recipient, language, eventId } = orderer
    const message = { template: 'claim-refused' as const, subjectId: claimId, recipient, language, eventId }
    await enqueueMessages(db, [message], now)
  })
}
