import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { bookMoney } from '../book-money.server.ts'
import { closeAttempt } from '../attempts/close-attempt.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import type { Gateways } from '../gateway.ts'
import { latestInFlight } from '../attempts/latest-in-flight.server.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { type DeskWay, deskReference } from './desk-reference.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type DeskRefusal = 'order-unknown' | 'nothing-due' | 'more-than-due' | 'payment-checking' | 'order-closed'

interface TakeAtDesk {
  orderId: string
  /** Made with the form: the same key twice is the same money. */
  formKey: string
  way: DeskWay
  /** In minor units of the order's currency; at most what is due, since change is given at once. */
  amountMinor: number
  accountId: string
  reach: Reach
  now: Instant
}

/**
 * Takes money over the counter and books it for an order. A payment page that is still open is closed first, so that
 * nobody pays twice; when that cannot be learned, the desk waits.
 */
export async function takeAtDesk(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, formKey, way, amountMinor, accountId, reach, now }: TakeAtDesk,
): Promise<Result<{ paymentId: string }, DeskRefusal | 'busy'>> {
  const reference = deskReference(way, formKey)
  const known = await db
    .selectFrom('payments')
    .select('id')
    .where('method', '=', 'desk')
    .where('providerReference', '=', reference)
    .where('orderId', '=', orderId)
    .executeTakeFirst()
  if (known) return { ok: true, value: { paymentId: known.id } }
  const open = await latestInFlight(db, orderId)
  if (open?.redirectUrl && (await closeAttempt(db, gateways, { attemptId: open.id, now })) === 'kept')
    return refuse({ code: 'payment-checking' })
  return await transact<{ paymentId: string }, DeskRefusal>(db, async (db) => {
    const order = await moneyWithin(db, reach)
      .select(['orders.id', 'events.status'])
      .where('orders.id', '=', orderId)
      .executeTakeFirst()
    if (!order) throw new Refused<DeskRefusal>({ code: 'order-unknown' })
    if (order.status === 'cancelled') throw new Refused<DeskRefusal>({ code: 'order-closed' })
    await lockOrder(db, orderId)
    const balance = (await balanceOf(db, orderId))!
    if (balance.due <= 0 || balance.currency === null) throw new Refused<DeskRefusal>({ code: 'nothing-due' })
    if (amountMinor > balance.due) throw new Refused<DeskRefusal>({ code: 'more-than-due', field: 'amount' })
    const { paymentId } = await bookMoney(db, {
      orderId,
      attemptId: null,
      method: 'desk',
      reference,
      amount: { amountMinor, currency: balance.currency },
      expected: null,
      receivedAt: now,
      actor: { kind: 'account', id: accountId },
      now,
    })
    if (paymentId === null) throw new Refused<DeskRefusal>({ code: 'nothing-due' })
    return { paymentId }
  })
}
