import type { Kysely } from 'kysely'
import { withdrawChange } from './withdraw-change.server.ts'
import { lockOrder } from '../lock-order.server.ts'
import { IN_FLIGHT } from '../seats/in-flight.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends the changes of ticket whose money did not come in time and is not on its way: the seats that were set aside are
 * free again, and the person keeps the ticket that they have. Returns how many lapsed, and whether there may be more.
 */
export async function lapseChanges(
  db: Kysely<Database>,
  { now, limit = 100 }: { now: Instant; limit?: number },
): Promise<{ lapsed: number; isMore: boolean }> {
  const overdue = await db
    .selectFrom('seatChanges')
    .selectAll()
    .where('state', '=', 'open')
    .where('heldUntil', '<=', now)
    .orderBy('heldUntil')
    .limit(limit)
    .execute()
  let lapsed = 0
  for (const change of overdue) {
    // A busy one is left for the next time.
    const result = await transact(db, async (db) => {
      await lockOrder(db, change.orderId)
      if (await isPaymentInFlight(db, change.orderId)) return false
      return await withdrawChange(db, change, 'lapsed', { now, actor: { kind: 'system' } })
    })
    if (result.ok && result.value) lapsed++
  }
  return { lapsed, isMore: overdue.length === limit }
}

async function isPaymentInFlight(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const attempt = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', IN_FLIGHT)
    .limit(1)
    .executeTakeFirst()
  return attempt !== undefined
}
