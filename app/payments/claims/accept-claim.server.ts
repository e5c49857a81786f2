import type { Kysely } from 'kysely'
import { bookMoney, type Booked } from '../book-money.server.ts'
import { heldForDue } from '../due-times.ts'
import { findAttempt } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from '../papers/issue-papers.server.ts'
import { WAIVER_FUND } from '../methods/waive-on-trust.server.ts'
import { moveAttempt } from '../attempts/move-attempt.server.ts'
import { type LockedClaim, lockClaim, noteDecided } from './decide-claim.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type AcceptRefusal = 'claim-unknown' | 'claim-decided' | 'claim-reference-used' | 'nothing-due'

interface AcceptClaim {
  claimId: string
  /** In minor units of the order's currency; not looked at for a purchase order, which brings no money. */
  amountMinor: number
  /** Whose money a waiver's is. */
  fund?: string
  accountId: string
  reach: Reach
  now: Instant
}

/**
 * Somebody in finance agrees: money that was claimed is booked with the amount they looked at, a waiver pays from its
 * fund, a purchase order confirms the seats, whose money is then awaited. Once; outside their reach it is unknown.
 */
export async function acceptClaim(
  db: Kysely<Database>,
  { claimId, amountMinor, fund, accountId, reach, now }: AcceptClaim,
): Promise<Result<{ outcome: Booked | 'agreed' }, AcceptRefusal | 'busy'>> {
  return await transact<{ outcome: Booked | 'agreed' }, AcceptRefusal>(db, async (db) => {
    const claim = await lockClaim(db, { claimId, reach })
    const actor: Actor = { kind: 'account', id: accountId }
    await noteDecided(db, claim, { state: 'accepted', reason: '', accountId, now })
    if (claim.kind === 'purchase-order') return { outcome: await agree(db, claim, actor, now) }
    return { outcome: await book(db, claim, { amountMinor, fund, actor, now }) }
  })
}

async function book(
  db: Kysely<Database>,
  claim: LockedClaim,
  { amountMinor, fund, actor, now }: { amountMinor: number; fund: string | undefined; actor: Actor; now: Instant },
): Promise<Booked> {
  const { currency } = claim
  if (currency === null) throw new Refused<AcceptRefusal>({ code: 'nothing-due' })
  const attempt = claim.attemptId === null ? undefined : await findAttempt(db, claim.attemptId)
  const isItsMoney = attempt !== undefined && (await moveAttempt(db, attempt, 'paid', { now, actor }))
  const { outcome } = await bookMoney(db, {
    orderId: claim.orderId,
    attemptId: isItsMoney ? attempt.id : null,
    method: claim.method,
    reference: claim.kind === 'paid' && claim.reference !== '' ? claim.reference.toUpperCase() : claim.id,
    amount: { amountMinor, currency },
    expected: null,
    ...(claim.kind === 'waiver' ? { fund: fund || WAIVER_FUND } : {}),
    receivedAt: now,
    actor,
    now,
  })
  if (outcome === 'unmatched')
    throw new Refused<AcceptRefusal>({ code: 'claim-reference-used', details: { reference: claim.reference } })
  return outcome
}

/** The seats stand from now on, and the money is waited for. */
async function agree(db: Kysely<Database>, claim: LockedClaim, actor: Actor, now: Instant): Promise<'agreed'> {
  const { orderId, reference, eventId, dueAt } = claim
  await db.updateTable('orders').set({ confirmsOn: 'placing', updatedAt: now }).where('id', '=', orderId).execute()
  if (reference !== '')
    await db.updateTable('payers').set({ purchaseOrder: reference }).where('orderId', '=', orderId).execute()
  const attempt = claim.attemptId === null ? undefined : await findAttempt(db, claim.attemptId)
  const expiresAt = dueAt === null ? now : heldForDue(dueAt)
  if (claim.method === 'invoice') await issuePapers(db, { orderId, now, actor })
  if (attempt) await moveAttempt(db, attempt, 'open', { now, expiresAt, actor })
  await recordAudit(db, now, [
    {
      actor,
      action: 'order.confirmed-before-payment',
      objectKind: 'order',
      objectId: orderId,
      eventId,
      after: { confirmsOn: 'placing' },
    },
  ])
  await confirmSeats(db, { orderId, now, actor })
  return 'agreed'
}
