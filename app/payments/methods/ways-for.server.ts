import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import type { Gateways } from '../gateway.ts'
import type { WayToPay } from './instructions.ts'
import { readAllTerms } from './read-terms.server.ts'
import { waysToPay } from './ways-to-pay.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** The ways in which what is due on an order can be paid, for its page; none when nothing is due. */
export async function waysFor(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<WayToPay[]> {
  const order = await db
    .selectFrom('orders')
    .select(['eventId', 'paymentMethod'])
    .where('id', '=', orderId)
    .executeTakeFirst()
  const balance = await balanceOf(db, orderId)
  if (!order || !balance || balance.currency === null || balance.due <= 0) return []
  const amount = { amountMinor: balance.due, currency: balance.currency }
  const terms = await readAllTerms(db, order.eventId)
  return waysToPay(gateways, { terms, chosen: order.paymentMethod, amount, now })
}
