import type { Kysely } from 'kysely'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import { PROCESSING_DAYS } from '../attempts/attempt-times.ts'
import { balanceOf } from '../balance.server.ts'
import { extendHolds } from '../attempts/extend-holds.server.ts'
import { latestInFlight } from '../attempts/latest-in-flight.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { moveAttempt } from '../attempts/move-attempt.server.ts'
import { newAttempt } from '../attempts/new-attempt.server.ts'
import { type OrderToPay, orderToPay } from '../attempts/order-to-pay.server.ts'
import { claimKindOf } from './claim-form.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ClaimRefusal = 'nothing-due' | 'order-closed' | 'claim-waiting' | 'payment-processing' | 'payment-method'

interface MakeClaim {
  orderId: string
  reference: string
  note: string
  fileId: string | null
  now: Instant
}

/**
 * A payer tells us that the money is on its way, sends a purchase order, or asks for a waiver. It waits for a person in
 * finance; until then the payment counts as being checked, and held seats stay held.
 */
export async function makeClaim(
  db: Kysely<Database>,
  { orderId, reference, note, fileId, now }: MakeClaim,
): Promise<Result<{ claimId: string }, ClaimRefusal | 'busy'>> {
  return await transact<{ claimId: string }, ClaimRefusal>(db, async (db) => {
    await lockOrder(db, orderId)
    const order = await orderToPay(db, orderId)
    if (!order) throw new Refused<ClaimRefusal>({ code: 'order-closed' })
    const kind = claimKindOf(order.paymentMethod)
    if (kind === null) throw new Refused<ClaimRefusal>({ code: 'payment-method' })
    const balance = (await balanceOf(db, orderId))!
    if (balance.due <= 0 || balance.currency === null) throw new Refused<ClaimRefusal>({ code: 'nothing-due' })
    await refuseSecond(db, orderId)
    const amount = { amountMinor: balance.due, currency: balance.currency }
    const attemptId = await underCheck(db, order, amount, now)
    const claimId = newId(now)
    const claim = { id: claimId, orderId, attemptId, kind, method: order.paymentMethod!, fileId }
    await db
      .insertInto('paymentClaims')
      .values({
        ...claim,
        reference: cleanLine(reference),
        note,
        state: 'waiting',
        decidedBy: null,
        decidedAt: null,
        createdAt: now,
      })
      .execute()
    if (fileId !== null) await db.updateTable('files').set({ eraseAt: null }).where('id', '=', fileId).execute()
    await addFinanceEntry(db, { kind: 'claim', subject: claimId, eventId: order.eventId, orderId, attemptId, now })
    await recordAudit(db, now, [
      {
        actor: { kind: 'visitor' },
        action: 'payment-claim.waiting',
        objectKind: 'payment-claim',
        objectId: claimId,
        eventId: order.eventId,
        after: { state: 'waiting', orderId, kind, method: claim.method, hasFile: fileId !== null },
      },
    ])
    return { claimId }
  })
}

async function refuseSecond(db: Kysely<Database>, orderId: string): Promise<void> {
  const waiting = await db
    .selectFrom('paymentClaims')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (waiting) throw new Refused<ClaimRefusal>({ code: 'claim-waiting' })
}

/** The attempt that is looked at from now on: the one that is open by this method, or a new one. */
async function underCheck(db: Kysely<Database>, order: OrderToPay, amount: Money, now: Instant): Promise<string> {
  const until = addMinutes(now, PROCESSING_DAYS * 24 * 60)
  const open = await latestInFlight(db, order.id)
  if (open && open.method !== order.paymentMethod) throw new Refused<ClaimRefusal>({ code: 'payment-processing' })
  const attempt = open ?? (await newAttempt(db, { order, method: order.paymentMethod!, amount, expiresAt: until, now }))
  const providerReference = attempt.providerReference ?? attempt.id
  await moveAttempt(db, attempt, 'processing', { now, providerReference, actor: { kind: 'visitor' } })
  await extendHolds(db, order.id, until, now)
  return attempt.id
}
