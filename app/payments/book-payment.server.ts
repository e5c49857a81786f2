import type { Kysely } from 'kysely'
import { addFinanceEntry } from './add-finance-entry.server.ts'
import { balanceOf } from './balance.server.ts'
import type { ProviderState } from './gateway.ts'
import type { Attempt } from './lock-attempt.server.ts'
import { tellPayer } from './tell-payer.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { confirmSeats } from '#app/registrations/confirm-seats.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Where the money went: into the seats, or to somebody in finance who has to look. */
export type Booked = 'confirmed' | 'late-money' | 'amount-differs' | 'overpaid' | 'unmatched'

/**
 * Books money that came by an attempt, in the transaction that marks the attempt paid: the payment, then the seats.
 * Money that does not fit its order takes no seat; money without a seat to take is never lost, but an entry in finance's queue.
 */
export async function bookPayment(
  db: Kysely<Database>,
  { attempt, provider, now }: { attempt: Attempt; provider: Extract<ProviderState, { state: 'paid' }>; now: Instant },
): Promise<Booked> {
  const dueBefore = (await balanceOf(db, attempt.orderId))!.due
  const paymentId = await insertPayment(db, attempt, provider, now)
  if (paymentId === null) {
    await addFinanceEntry(db, { kind: 'unmatched', subject: attempt.id, attempt, now })
    return 'unmatched'
  }
  const entry = { subject: attempt.id, attempt, paymentId, now }
  const { amount } = provider
  const due = (await balanceOf(db, attempt.orderId))!.due
  if (amount.amountMinor !== attempt.amountMinor || amount.currency !== attempt.currency || due > 0) {
    await addFinanceEntry(db, { ...entry, kind: 'amount-differs' })
    return 'amount-differs'
  }
  if (due < 0) await addFinanceEntry(db, { ...entry, kind: 'overpaid' })
  if (dueBefore <= 0) return 'overpaid'

  const seats = await confirmSeats(db, { orderId: attempt.orderId, now, actor: { kind: 'provider' } })
  const isWhole = seats.missing.length === 0 && (await hasConfirmedSeat(db, attempt.orderId))
  if (isWhole) return due < 0 ? 'overpaid' : 'confirmed'
  await addFinanceEntry(db, { ...entry, kind: 'late-money' })
  await tellPayer(db, attempt, 'late-payment', { now, props: { ...amount } })
  return 'late-money'
}

/** The id of the payment, or null when this charge is booked already, under another attempt. */
async function insertPayment(
  db: Kysely<Database>,
  attempt: Attempt,
  { amount, paymentReference }: Extract<ProviderState, { state: 'paid' }>,
  now: Instant,
): Promise<string | null> {
  const id = newId(now)
  const inserted = await db
    .insertInto('payments')
    .ignore()
    .values({
      id,
      orderId: attempt.orderId,
      attemptId: attempt.id,
      method: attempt.method,
      providerReference: paymentReference,
      ...amount,
      receivedAt: now,
      createdAt: now,
    })
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return null
  await recordAudit(db, now, [
    {
      actor: { kind: 'provider' },
      action: 'payment.received',
      objectKind: 'payment',
      objectId: id,
      eventId: attempt.eventId,
      after: { orderId: attempt.orderId, attemptId: attempt.id, ...amount },
    },
  ])
  return id
}

/** An order whose seats were all cancelled has none to confirm, and none that is missing either. */
async function hasConfirmedSeat(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}
