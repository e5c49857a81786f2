import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { bookMoney } from '../book-money.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { WAIVER_FUND } from '../methods/waive-on-trust.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * An organizer lets somebody come for nothing: what is due is paid by the fund of waivers, in their name. Inside the
 * transaction that placed the order, whose mail that asks for the money is not sent.
 */
export async function waiveByName(
  db: Kysely<Database>,
  { orderId, now, actor }: { orderId: string; now: Instant; actor: Actor },
): Promise<void> {
  await lockOrder(db, orderId)
  const balance = await balanceOf(db, orderId)
  if (!balance || balance.due <= 0 || balance.currency === null) return
  await db
    .deleteFrom('messages')
    .where('subjectId', '=', orderId)
    .where('template', '=', 'order-awaiting-payment')
    .where('state', '=', 'waiting')
    .execute()
  await bookMoney(db, {
    orderId,
    attemptId: null,
    method: 'waiver',
    reference: `by name ${orderId}`,
    amount: { amountMinor: balance.due, currency: balance.currency },
    expected: null,
    fund: WAIVER_FUND,
    receivedAt: now,
    actor,
    now,
  })
}
