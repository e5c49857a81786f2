import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import { addFinanceEntry } from '../finance/add-finance-entry.server.ts'
import type { RefundCause } from './refund-states.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RefundAttemptsTable, RefundState } from '#db/schema.ts'

export type RefundAttempt = Selectable<RefundAttemptsTable> & {
  eventId: string
  /** Of the payment that it gives back. */
  method: string
  paymentReference: string
}

/** A refund attempt with the payment and the event that it is about; `undefined` when there is none. */
export async function findRefundAttempt(db: Kysely<Database>, attemptId: string): Promise<RefundAttempt | undefined> {
  return await refundAttempts(db).where('refundAttempts.id', '=', attemptId).executeTakeFirst()
}

/** Every attempt to give a payment back, in the order of their numbers. */
export async function refundAttemptsOf(db: Kysely<Database>, paymentId: string): Promise<RefundAttempt[]> {
  return await refundAttempts(db).where('paymentId', '=', paymentId).orderBy('refundAttempts.number').execute()
}

function refundAttempts(db: Kysely<Database>) {
  return db
    .selectFrom('refundAttempts')
    .innerJoin('orders', 'orders.id', 'refundAttempts.orderId')
    .innerJoin('payments', 'payments.id', 'refundAttempts.paymentId')
    .selectAll('refundAttempts')
    .select(['orders.eventId', 'payments.method', 'payments.providerReference as paymentReference'])
}

/** Writes a new attempt down, numbered within its payment; with the order locked. */
export async function insertRefundAttempt(
  db: Kysely<Database>,
  attempt: Pick<
    Insertable<RefundAttemptsTable>,
    'orderId' | 'paymentId' | 'way' | 'state' | 'amountMinor' | 'currency'
  > & {
    cause: RefundCause
    note?: string
    fileId?: string | null
    requestedBy?: string | null
    providerReference?: string | null
  },
  { eventId, now, actor }: { eventId: string; now: Instant; actor: Actor },
): Promise<string> {
  const { cause, note = '', fileId = null, requestedBy = null, providerReference = null, ...given } = attempt
  const last = await db
    .selectFrom('refundAttempts')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('paymentId', '=', attempt.paymentId)
    .executeTakeFirst()
  const id = newId(now)
  const number = Number(last?.number ?? 0) + 1
  await db
    .insertInto('refundAttempts')
    .values({
      id,
      ...given,
      number,
      reason: cause,
      note,
      fileId,
      requestedBy,
      providerReference,
      checkedAt: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  const { orderId, paymentId, way, state, amountMinor, currency } = attempt
  await recordAudit(db, now, [
    {
      actor,
      action: `refund-attempt.${state}`,
      objectKind: 'refund-attempt',
      objectId: id,
      eventId,
      after: { state, orderId, paymentId, number, way, cause, amountMinor, currency },
    },
  ])
  return id
}

/** Moves an attempt on from the state that it was read in, with its audit entry. False when somebody was quicker. */
export async function moveRefund(
  db: Kysely<Database>,
  attempt: RefundAttempt,
  to: RefundState,
  { now, actor = { kind: 'provider' }, ...changes }: Updateable<RefundAttemptsTable> & { now: Instant; actor?: Actor },
): Promise<boolean> {
  const moved = await db
    .updateTable('refundAttempts')
    .set({ ...changes, state: to, checkedAt: now, updatedAt: now })
    .where('id', '=', attempt.id)
    .where('state', '=', attempt.state)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await recordAudit(db, now, [
    {
      actor,
      action: `refund-attempt.${to}`,
      objectKind: 'refund-attempt',
      objectId: attempt.id,
      eventId: attempt.eventId,
      before: { state: attempt.state },
      after: { state: to, orderId: attempt.orderId },
    },
  ])
  return true
}

/** It was asked about, and nothing is new. */
export async function noteRefundChecked(db: Kysely<Database>, attemptId: string, now: Instant): Promise<void> {
  await db.updateTable('refundAttempts').set({ checkedAt: now }).where('id', '=', attemptId).execute()
}

/** Somebody in finance has to see to this attempt. */
export async function askFinance(
  db: Kysely<Database>,
  kind: 'refund-asked' | 'refund-manual' | 'refund-failed',
  attempt: Pick<RefundAttempt, 'id' | 'orderId' | 'paymentId' | 'eventId'>,
  { now, note = null }: { now: Instant; note?: string | null },
): Promise<void> {
  const { id, orderId, paymentId, eventId } = attempt
  await addFinanceEntry(db, { kind, subject: id, orderId, paymentId, eventId, note, now })
}
