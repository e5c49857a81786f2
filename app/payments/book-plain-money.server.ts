import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { confirmPlainOrders } from '#app/registrations/seats/confirm-plain-orders.server.ts'
import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Money that is exactly what an order owes. */
export interface PlainMoney {
  orderId: string
  eventId: string
  method: string
  reference: string
  amountMinor: number
  currency: string
  receivedAt: Instant
}

/**
 * What `bookMoney` does, for many orders at once and in a fixed number of queries: only for `plainOrders`, one payment
 * each, that bring to nothing what is due; with the orders locked. Returns the ids of the payments by order.
 */
export async function bookPlainMoney(
  db: Kysely<Database>,
  { money, now, actor }: { money: PlainMoney[]; now: Instant; actor: Actor },
): Promise<Map<string, string>> {
  if (money.length === 0) return new Map()
  const rows = money.map(({ eventId, reference, ...one }) => ({
    eventId,
    row: { ...one, id: newId(now), attemptId: null, providerReference: reference, createdAt: now },
  }))
  await db
    .insertInto('payments')
    .values(rows.map(({ row }) => row))
    .execute()
  await recordAudit(
    db,
    now,
    rows.map(({ eventId, row: { id, orderId, method, amountMinor, currency } }) => ({
      actor,
      action: 'payment.received',
      objectKind: 'payment',
      objectId: id,
      eventId,
      after: { orderId, attemptId: null, method, amountMinor, currency },
    })),
  )
  const orderIds = money.map(({ orderId }) => orderId)
  await endInstructions(db, orderIds, now)
  await confirmPlainOrders(db, { orderIds, now, actor })
  return new Map(rows.map(({ row }) => [row.orderId, row.id]))
}

/** As when a part payment ends: nobody is told how to pay any more. */
async function endInstructions(db: Kysely<Database>, orderIds: string[], now: Instant): Promise<void> {
  const open = await db
    .selectFrom('paymentAttempts')
    .innerJoin('orders', 'orders.id', 'paymentAttempts.orderId')
    .select(['paymentAttempts.id', 'paymentAttempts.state', 'paymentAttempts.orderId', 'orders.eventId'])
    .where('paymentAttempts.orderId', 'in', orderIds)
    .where('paymentAttempts.state', 'in', IN_FLIGHT)
    .where('paymentAttempts.method', '<>', 'card')
    .execute()
  if (open.length === 0) return
  const ids = open.map(({ id }) => id)
  await db
    .updateTable('paymentAttempts')
    .set({ state: 'expired', checkedAt: now, updatedAt: now })
    .where('id', 'in', ids)
    .where('state', 'in', IN_FLIGHT)
    .execute()
  await recordAudit(
    db,
    now,
    open.map(({ id, state, orderId, eventId }) => ({
      actor: { kind: 'system' },
      action: 'payment-attempt.expired',
      objectKind: 'payment-attempt',
      objectId: id,
      eventId,
      before: { state },
      after: { state: 'expired', orderId },
    })),
  )
}
