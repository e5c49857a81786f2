import { type Kysely, sql } from 'kysely'
import { lockOrder } from '../attempts/lock-attempt.server.ts'
import { issuePapers } from './issue-papers.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** How long after its money an order may still get its invoice, in minutes: by then its host has an issuer. */
const WITHIN = 60 * 24 * 60

/**
 * Issues the invoices of orders that were paid without one: by a statement that brings thousands at once, or before
 * their host had an issuer. An order a transaction. Returns how many orders were looked at, `limit` when there may be more.
 */
export async function issueMissingPapers(
  db: Kysely<Database>,
  { now, limit = 200 }: { now: Instant; limit?: number },
): Promise<number> {
  const orders = await paidWithoutInvoice(db, addMinutes(now, -WITHIN), limit)
  for (const orderId of orders)
    await transact(db, async (db) => {
      await lockOrder(db, orderId)
      await issuePapers(db, { orderId, now, actor: { kind: 'system' } })
    })
  return orders.length
}

/** Of hosts that have an issuer: whose seats stand, whose money is all here, and who have no invoice. */
async function paidWithoutInvoice(db: Kysely<Database>, since: Instant, limit: number): Promise<string[]> {
  const { rows } = await sql<{ orderId: string }>`select distinct orders.id as order_id from payments
    join orders on orders.id = payments.order_id
    join events on events.id = orders.event_id
    where payments.created_at >= ${since}
      and not exists (select 1 from invoices where invoices.order_id = orders.id and invoices.kind = 'invoice')
      and exists (select 1 from issuers where issuers.host_id = coalesce(events.host_id, '') or issuers.host_id = '')
      and exists (select 1 from registrations
        where registrations.order_id = orders.id and registrations.state = 'confirmed')
      and (select sum(amount_minor) from order_lines where order_lines.order_id = orders.id) > 0
      and (select sum(amount_minor) from order_lines where order_lines.order_id = orders.id)
        + coalesce((select sum(amount_minor) from refunds
          where refunds.order_id = orders.id and refunds.currency = orders.currency), 0)
        <= (select sum(amount_minor) from payments as paid
          where paid.order_id = orders.id and paid.currency = orders.currency)
    limit ${sql.lit(limit)}`.execute(db)
  return rows.map(({ orderId }) => orderId)
}
