import type { Kysely } from 'kysely'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { askFinance, findRefundAttempt, insertRefundAttempt } from './refund-attempts.server.ts'
import type { RefundCause } from './refund-states.ts'
import { finishRefund } from './finish-refund.server.ts'
import { type Refundable, refundablePayments } from './refundable.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, RefundAttemptsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface RefundRequest {
  orderId: string
  amount: Money
  cause: RefundCause
  /** Of this payment alone; else of all that came for the order, the latest first. */
  paymentId?: string | null
  /** The way it came unless told; where that cannot be done by the provider, a person sends it. */
  way?: 'as-paid' | 'bank' | 'cash'
  /** Waits until finance agrees. */
  needsApproval?: boolean
  note?: string
  fileId?: string | null
  now: Instant
  actor: Actor
}

export type RefundRefusal = 'refund-too-much' | 'busy'

/**
 * Writes down that money of an order is to go back, split over its payments where one is not enough; a job asks the
 * provider afterwards, with a key for each attempt. What was asked for before and what has gone back count: never more
 * than a payment is sent. Composes: inside a transaction `refund-too-much` rolls back the whole.
 * The order's lines are the caller's.
 */
export async function requestRefund(
  db: Kysely<Database>,
  gateways: Gateways,
  request: RefundRequest,
): Promise<Result<{ attemptIds: string[] }, RefundRefusal>> {
  return await transact<{ attemptIds: string[] }, 'refund-too-much'>(db, async (db) => {
    const { orderId, amount, paymentId } = request
    await lockOrder(db, orderId)
    const { eventId } = await db
      .selectFrom('orders')
      .select('eventId')
      .where('id', '=', orderId)
      .executeTakeFirstOrThrow()
    const payments = (await refundablePayments(db, orderId)).filter(
      ({ id, currency }) => currency === amount.currency && (paymentId == null || id === paymentId),
    )
    const attemptIds: string[] = []
    let rest = amount.amountMinor
    for (const payment of payments) {
      const part = Math.min(payment.left, rest)
      if (part === 0) continue
      attemptIds.push(await askBack(db, gateways, payment, part, eventId, request))
      rest -= part
    }
    if (rest > 0) throw new Refused<RefundRefusal>({ code: 'refund-too-much' })
    return { attemptIds }
  })
}

async function askBack(
  db: Kysely<Database>,
  gateways: Gateways,
  payment: Refundable,
  amountMinor: number,
  eventId: string,
  { orderId, cause, note, fileId, needsApproval, now, actor, ...request }: RefundRequest,
): Promise<string> {
  const way = wayBack(gateways, payment, request.way ?? 'as-paid')
  const first = way === 'provider' ? ('starting' as const) : ('manual' as const)
  const state = needsApproval ? ('approval' as const) : first
  const id = await insertRefundAttempt(
    db,
    {
      orderId,
      paymentId: payment.id,
      way,
      state,
      amountMinor,
      currency: payment.currency,
      cause,
      note: note ?? '',
      fileId: fileId ?? null,
      requestedBy: actor.kind === 'account' ? (actor.id ?? null) : null,
    },
    { eventId, now, actor },
  )
  const attempt = { id, orderId, paymentId: payment.id, eventId }
  if (state === 'approval') await askFinance(db, 'refund-asked', attempt, { now })
  else if (way === 'fund')
    await finishRefund(db, (await findRefundAttempt(db, id))!, { reference: `fund:${id}`, now, actor })
  else if (state === 'manual') await askFinance(db, 'refund-manual', attempt, { now })
  return id
}

/** By which way a payment goes back: a waiver or an award to its fund, what a provider can return by the provider, all else by hand. */
export function wayBack(
  gateways: Gateways,
  payment: Pick<Refundable, 'method' | 'isReturned'>,
  asked: 'as-paid' | 'bank' | 'cash',
): RefundAttemptsTable['way'] {
  if (payment.method === 'waiver' || payment.method === 'award') return 'fund'
  if (asked !== 'as-paid') return asked
  if (payment.method === 'desk') return 'cash'
  return gateways[payment.method]?.refunds && !payment.isReturned ? 'provider' : 'bank'
}
