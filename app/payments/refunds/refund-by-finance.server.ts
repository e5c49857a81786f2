import type { Kysely } from 'kysely'
import { addAdjustment } from '../changes/add-adjustment.server.ts'
import { balanceOf } from '../balance.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import type { Gateways } from '../gateway.ts'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import type { RefundCause } from './refund-states.ts'
import { underWay } from './refundable.server.ts'
import { requestRefund } from './request-refund.server.ts'
import { settleEntries } from '../finance/settle-entries.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, FinanceEntryKind } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type FinanceRefundRefusal = 'order-unknown' | 'refund-too-much' | 'refund-under-way'

export interface RefundByFinance {
  orderId: string
  amountMinor: number
  currency: string
  way: 'as-paid' | 'bank' | 'cash'
  note: string
  reach: Reach
  accountId: string
  now: Instant
}

/** What such a refund answers. */
const ANSWERED: FinanceEntryKind[] = ['overpaid', 'late-money', 'event-cancelled', 'amount-differs']

/**
 * Somebody in finance gives money of an order back. What was paid too much just goes; what goes beyond that, while seats
 * stand, lowers what the order is asked for, so that nobody is asked for it again. Seats stay as they are.
 */
export async function refundByFinance(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, amountMinor, currency, way, note, reach, accountId, now }: RefundByFinance,
): Promise<Result<void, FinanceRefundRefusal | 'busy'>> {
  return await transact<void, FinanceRefundRefusal>(db, async (db) => {
    const order = await moneyWithin(db, reach)
      .select(['orders.id', 'orders.eventId', 'events.status'])
      .where('orders.id', '=', orderId)
      .executeTakeFirst()
    if (!order) throw new Refused<FinanceRefundRefusal>({ code: 'order-unknown' })
    await lockOrder(db, orderId)
    const { due } = (await balanceOf(db, orderId))!
    const spare = Math.max(0, -due - (await underWay(db, orderId)))
    const actor = { kind: 'account' as const, id: accountId }
    const asked = await requestRefund(db, gateways, {
      orderId,
      amount: {
        amountMinor,
        currency,
      },
      cause: causeOf(order.status, amountMinor, spare),
      way,
      note,
      now,
      actor,
    })
    if (!asked.ok) throw new Refused<FinanceRefundRefusal>({ code: 'refund-too-much', field: 'amount' })
    const beyond = amountMinor - spare
    if (beyond > 0 && (await standingSeat(db, orderId)))
      await addAdjustment(db, { orderId, amountMinor: -beyond, currency, now })
    await recordAudit(db, now, [
      {
        actor,
        action: 'order.refund-asked',
        objectKind: 'order',
        objectId: orderId,
        eventId: order.eventId,
        after: {
          amountMinor,
          currency,
          way,
          attempts: asked.value.attemptIds,
        },
      },
    ])
    await settleEntries(db, { kinds: ANSWERED, orderId }, { now, actor })
  })
}

function causeOf(status: string, amountMinor: number, spare: number): RefundCause {
  if (status === 'cancelled') return 'event-cancelled'
  return amountMinor <= spare ? 'overpaid' : 'goodwill'
}

async function standingSeat(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['held', 'confirmed'])
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}
