import type { Kysely } from 'kysely'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * A claim that still waits, with its order locked.
 * @throws Refused `claim-unknown` outside the reach, `claim-decided` when somebody was quicker.
 */
export async function lockClaim(db: Kysely<Database>, { claimId, reach }: { claimId: string; reach: Reach }) {
  const read = () =>
    moneyWithin(db, reach)
      .innerJoin('paymentClaims', 'paymentClaims.orderId', 'orders.id')
      .selectAll('paymentClaims')
      .select(['orders.eventId', 'orders.currency', 'orders.dueAt'])
      .where('paymentClaims.id', '=', claimId)
      .executeTakeFirst()
  const found = await read()
  if (!found) throw new Refused({ code: 'claim-unknown' as const })
  await lockOrder(db, found.orderId)
  const claim = (await read())!
  if (claim.state !== 'waiting') throw new Refused({ code: 'claim-decided' as const })
  return claim
}

export type LockedClaim = Awaited<ReturnType<typeof lockClaim>>

/** Writes down what was decided, and takes it off finance's list. */
export async function noteDecided(
  db: Kysely<Database>,
  claim: LockedClaim,
  { state, reason, accountId, now }: { state: 'accepted' | 'refused'; reason: string; accountId: string; now: Instant },
): Promise<void> {
  await db
    .updateTable('paymentClaims')
    .set({ state, reason, decidedBy: accountId, decidedAt: now })
    .where('id', '=', claim.id)
    .execute()
  await db
    .updateTable('financeEntries')
    .set({ resolvedAt: now, resolvedBy: accountId })
    .where('kind', '=', 'claim')
    .where('subject', '=', claim.id)
    .where('resolvedAt', 'is', null)
    .execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'account', id: accountId },
      action: `payment-claim.${state}`,
      objectKind: 'payment-claim',
      objectId: claim.id,
      eventId: claim.eventId,
      before: { state: 'waiting' },
      after: { state, orderId: claim.orderId },
    },
  ])
}
