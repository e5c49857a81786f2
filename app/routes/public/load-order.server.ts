import type { ShownOrder } from './shown-order.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { instructionsFor } from '#app/payments/methods/instructions-for.server.ts'
import { openChanges as waitingChanges } from '#app/registrations/changes/open-changes.server.ts'
import { standingOf } from '#app/registrations/order-standing.ts'
import { waitsFirst } from '#app/waiting-list/waits-first.server.ts'
import { orderView } from '#app/registrations/order-view.server.ts'

/** An order as its page shows it, in the reader's language. */
export async function loadOrder(
  { services: { db }, language, now }: RequestContext,
  orderId: string,
): Promise<ShownOrder> {
  const [view, balance, instructions, openChanges, isQueued] = await Promise.all([
    orderView(db, { orderId, language }),
    balanceOf(db, orderId),
    instructionsFor(db, { orderId, now }),
    waitingChanges(db, { orderId }),
    waitsFirst(db, orderId),
  ])
  const { due = 0, paid = 0, refunded = 0 } = balance ?? {}
  const money = { due, paid: paid - refunded, refunded }
  return { ...view, ...money, instructions, openChanges, isQueued, standing: standingOf({ ...view, ...money }) }
}
