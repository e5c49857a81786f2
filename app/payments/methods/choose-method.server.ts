import type { Kysely } from 'kysely'
import { dueWhenChosen, heldForDue } from '../due-times.ts'
import { extendHolds } from '../attempts/extend-holds.server.ts'
import type { OrderToPay } from '../attempts/order-to-pay.server.ts'
import { readTerms } from './read-terms.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'

/**
 * Makes a way to pay the order's own, inside the transaction that begins to use it, with the order locked: by when the
 * money is due, and whether seats wait for it, follow the event's terms. A seat that was confirmed stays confirmed.
 * Returns when the money is due; null when it is asked for at once.
 */
export async function chooseMethod(
  db: Kysely<Database>,
  order: OrderToPay,
  method: PaymentMethod,
  now: Instant,
): Promise<Instant | null> {
  if (method === order.paymentMethod) return order.dueAt
  const terms = await readTerms(db, order.eventId, method)
  const dueAt = terms && dueWhenChosen(terms, order, now)
  const confirmsNow = terms?.confirmsOn === 'placing' && !terms.needsApproval
  const confirmsOn = confirmsNow || order.confirmsOn === 'placing' ? 'placing' : 'payment'
  await db
    .updateTable('orders')
    .set({ paymentMethod: method, confirmsOn, dueAt, updatedAt: now })
    .where('id', '=', order.id)
    .execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'visitor' },
      action: 'order.payment-method-chosen',
      objectKind: 'order',
      objectId: order.id,
      eventId: order.eventId,
      before: { paymentMethod: order.paymentMethod, confirmsOn: order.confirmsOn, dueAt: order.dueAt },
      after: { paymentMethod: method, confirmsOn, dueAt },
    },
  ])
  if (confirmsNow) await confirmSeats(db, { orderId: order.id, now, actor: { kind: 'visitor' } })
  else if (dueAt !== null) await extendHolds(db, order.id, heldForDue(dueAt), now)
  return dueAt
}
