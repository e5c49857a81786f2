import type { Kysely } from 'kysely'
import { balanceOf } from '#app/payments/balance.server.ts'
import { mailOrderLink } from '#app/registrations/mail-order-link.server.ts'
import { mailTicketAgain } from '#app/registrations/naming/mail-ticket-again.server.ts'
import { standingOf } from '#app/registrations/order-standing.ts'
import { orderView } from '#app/registrations/order-view.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Sends the mail about an order once more to whoever placed it, and to somebody else on a confirmed seat their ticket:
 * each once an hour at most. False when there is nobody to write to.
 */
export async function mailAgain(
  db: Kysely<Database>,
  { id, orderId, now }: { id: string; orderId: string; now: Instant },
): Promise<boolean> {
  const [view, balance] = await Promise.all([orderView(db, { orderId, language: 'en' }), balanceOf(db, orderId)])
  const { due = 0, paid = 0, refunded = 0 } = balance ?? {}
  const standing = standingOf({ ...view, due, paid: paid - refunded, refunded })
  const own = view.registrations.find((one) => one.id === id)
  const isOther = own !== undefined && own.email !== view.email
  const isLinkMailed = await mailOrderLink(db, { orderId, standing, now })
  const isTicketMailed = isOther && (await mailTicketAgain(db, { registrationId: id, now }))
  return isLinkMailed || isTicketMailed
}
