import type { Kysely } from 'kysely'
import { addFinanceEntry } from './finance/add-finance-entry.server.ts'
import { balanceOf } from './balance.server.ts'
import { endPartPayment, keepForRest } from './part-payment.server.ts'
import { issuePapers } from './papers/issue-papers.server.ts'
import { issueReceipt } from './papers/issue-receipt.server.ts'
import { tellPayer } from './tell-payer.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/**
 * Where the money went: into the seats, to the balance of an order that still owes (`part-paid`), or to somebody in
 * finance who has to look. `unmatched`: this very money is booked already.
 */
export type Booked = 'confirmed' | 'part-paid' | 'late-money' | 'amount-differs' | 'overpaid' | 'unmatched'

export interface MoneyToBook {
  orderId: string
  /** The attempt by which it came; null for money that came without one. */
  attemptId: string | null
  method: string
  /** The provider's or the bank's own name for this money: unique per method, so that it counts once. */
  reference: string
  amount: Money
  /** What was asked for; another amount is finance's to look at. Null when any part is welcome. */
  expected: Money | null
  fund?: string
  receivedAt: Instant
  actor: Actor
  now: Instant
}

/**
 * Books money that came for an order, inside the transaction of what brought it, with the order locked: the payment,
 * then the seats. Money that does not fit its order takes no seat; money without a seat to take is never lost, but an
 * entry in finance's queue.
 */
export async function bookMoney(
  db: Kysely<Database>,
  money: MoneyToBook,
): Promise<{ paymentId: string | null; outcome: Booked }> {
  const { orderId, attemptId, amount, expected, now } = money
  const { eventId } = await db
    .selectFrom('orders')
    .select('eventId')
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const dueBefore = (await balanceOf(db, orderId))!.due
  const paymentId = await insertPayment(db, money, eventId)
  const subject = attemptId ?? paymentId ?? `${money.method} ${money.reference}`
  const entry = { subject, eventId, orderId, attemptId, paymentId, now }
  if (paymentId === null) {
    await addFinanceEntry(db, { ...entry, kind: 'unmatched' })
    return { paymentId, outcome: 'unmatched' }
  }
  // Whoever takes money over a counter hands out a numbered paper.
  if (money.method === 'desk') await issueReceipt(db, { paymentId, now, actor: money.actor })
  const of = (outcome: Booked) => ({ paymentId, outcome })
  const { due, currency } = (await balanceOf(db, orderId))!
  const isForeign = amount.currency !== currency
  const isOther =
    expected !== null && (amount.amountMinor !== expected.amountMinor || amount.currency !== expected.currency)
  if (isForeign || isOther || (due > 0 && expected !== null)) {
    await addFinanceEntry(db, { ...entry, kind: 'amount-differs' })
    return of('amount-differs')
  }
  if (due > 0) {
    await addFinanceEntry(db, { ...entry, kind: 'part-paid' })
    await keepForRest(db, { orderId, paymentId, amount, now })
    return of('part-paid')
  }
  await endPartPayment(db, orderId, now)
  if (due < 0) await addFinanceEntry(db, { ...entry, kind: 'overpaid' })
  if (dueBefore <= 0) return of('overpaid')

  const seats = await confirmSeats(db, { orderId, now, actor: money.actor })
  if (seats.unchanged.length > 0) await addFinanceEntry(db, { ...entry, kind: 'overpaid' })
  if (seats.missing.length === 0) await issuePapers(db, { orderId, now, actor: money.actor })
  if (seats.missing.length === 0) return of(due < 0 || seats.unchanged.length > 0 ? 'overpaid' : 'confirmed')
  await addFinanceEntry(db, { ...entry, kind: 'late-money' })
  await tellPayer(db, { orderId, occasion: subject, template: 'late-payment', now, props: { ...amount } })
  return of('late-money')
}

/** The id of the payment, or null when this money is booked already. */
async function insertPayment(db: Kysely<Database>, money: MoneyToBook, eventId: string): Promise<string | null> {
  const { orderId, attemptId, method, reference, amount, fund = '', receivedAt, actor, now } = money
  const id = newId(now)
  const inserted = await db
    .insertInto('payments')
    .ignore()
    .values({
      id,
      orderId,
      attemptId,
      method,
      providerReference: reference,
      ...amount,
      fund,
      receivedAt,
      createdAt: now,
    })
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) return null
  await recordAudit(db, now, [
    {
      actor,
      action: 'payment.received',
      objectKind: 'payment',
      objectId: id,
      eventId,
      after: { orderId, attemptId, method, ...amount },
    },
  ])
  return id
}
