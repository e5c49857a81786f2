import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { bookMoney } from '../book-money.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

interface AwardPart {
  /** Unique, so that it counts once. */
  reference: string
  /** The code of the fund that gives it. */
  fund: string
  amount: Money
}

/**
 * Funds of an award pay an order as far as something is due, inside the transaction that placed it. Where nothing is
 * left, the mail that asks for the money is not sent; where something is, that mail says how much, and no other does.
 */
export async function payByAward(
  db: Kysely<Database>,
  { orderId, parts, now, actor }: { orderId: string; parts: AwardPart[]; now: Instant; actor: Actor },
): Promise<void> {
  await lockOrder(db, orderId)
  for (const { reference, fund, amount } of parts) {
    const balance = await balanceOf(db, orderId)
    if (!balance || balance.due <= 0 || balance.currency !== amount.currency) continue
    const paid = { amountMinor: Math.min(amount.amountMinor, balance.due), currency: amount.currency }
    if (paid.amountMinor === 0) continue
    const isWhole = paid.amountMinor === balance.due
    if (isWhole) await dropMail(db, orderId, 'order-awaiting-payment')
    await bookMoney(db, {
      orderId,
      attemptId: null,
      method: 'award',
      reference,
      amount: paid,
      expected: null,
      fund,
      receivedAt: now,
      actor,
      now,
    })
    await dropMail(db, orderId, 'payment-received')
  }
}

async function dropMail(db: Kysely<Database>, orderId: string, template: string): Promise<void> {
  await db
    .deleteFrom('messages')
    .where('subjectId', '=', orderId)
    .where('template', '=', template)
    .where('state', '=', 'waiting')
    .execute()
}
