import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Keeps one statement below both databases’ limits of parameters. */
const AT_ONCE = 200

/**
 * Puts every payment of these orders that has not gone back whole into finance's queue, in the transaction that
 * cancels their event. Once for an order: an event is cancelled once. Returns how many payments there are.
 */
export async function queueReturns(
  db: Kysely<Database>,
  { orderIds, eventId, now, actor }: { orderIds: string[]; eventId: string; now: Instant; actor: Actor },
): Promise<number> {
  let count = 0
  for (let at = 0; at < orderIds.length; at += AT_ONCE) {
    const kept = await listKept(db, orderIds.slice(at, at + AT_ONCE))
    for (let from = 0; from < kept.length; from += AT_ONCE)
      await queue(db, kept.slice(from, from + AT_ONCE), { eventId, now, actor })
    count += kept.length
  }
  return count
}

interface Kept {
  id: string
  orderId: string
  attemptId: string | null
}

async function listKept(db: Kysely<Database>, orderIds: string[]): Promise<Kept[]> {
  return await db
    .selectFrom('payments')
    .select(['payments.id', 'payments.orderId', 'payments.attemptId'])
    .where('payments.orderId', 'in', orderIds)
    .where('payments.amountMinor', '>', (eb) =>
      eb
        .selectFrom('refunds')
        .select((row) => row.fn.coalesce(row.fn.sum<number>('refunds.amountMinor'), row.lit(0)).as('returned'))
        .whereRef('refunds.paymentId', '=', 'payments.id'),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('payments as other').select('other.id').whereRef('other.reversesId', '=', 'payments.id'),
        ),
      ),
    )
    .orderBy('payments.id')
    .execute()
}

async function queue(
  db: Kysely<Database>,
  payments: Kept[],
  { eventId, now, actor }: { eventId: string; now: Instant; actor: Actor },
): Promise<void> {
  const kind = 'event-cancelled' as const
  const entries = payments.map(({ id, orderId, attemptId }) => ({
    id: newId(now),
    kind,
    eventId,
    orderId,
    attemptId,
    paymentId: id,
    subject: id,
    createdAt: now,
    resolvedAt: null,
    resolvedBy: null,
  }))
  await db.insertInto('financeEntries').values(entries).execute()
  await recordAudit(
    db,
    now,
    entries.map(({ id, orderId, attemptId, paymentId }) => ({
      actor,
      action: 'finance-entry.opened',
      objectKind: 'finance-entry',
      objectId: id,
      eventId,
      after: { kind, orderId, attemptId, paymentId },
    })),
  )
}
