import type { Kysely } from 'kysely'
import type { Database, PaymentMethod } from '#db/schema.ts'
import type { MailPayment } from '#emails/payment-facts.ts'

/** How an order is to be paid where it has no payment page, in three queries; null where it has one. */
export async function mailPayment(db: Kysely<Database>, orderId: string): Promise<MailPayment | null> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .select(['orders.paymentMethod', 'orders.dueAt', 'orders.eventId', 'events.hostId'])
    .where('orders.id', '=', orderId)
    .executeTakeFirst()
  const method = order?.paymentMethod
  if (!order || !method || method === 'card') return null
  const issuers = await db
    .selectFrom('issuers')
    .selectAll()
    .where('hostId', 'in', ['', order.hostId ?? ''])
    .execute()
  const terms = await db
    .selectFrom('paymentTerms')
    .select('needsApproval')
    .where('eventId', '=', order.eventId)
    .where('method', '=', method as PaymentMethod)
    .executeTakeFirst()
  const issuer = issuers.find(({ hostId }) => hostId === order.hostId) ?? issuers.find(({ hostId }) => hostId === '')
  const number = method === 'mobile-money' ? issuer?.mobileAccount : issuer?.accountNumber
  const isTold = method === 'mobile-money' || method === 'bank-transfer' || method === 'invoice'
  const account =
    issuer && number && isTold
      ? {
          holder: issuer.accountHolder ?? issuer.name,
          number,
          bankName: method === 'mobile-money' ? null : issuer.bankName,
          bic: method === 'mobile-money' ? null : issuer.bic,
        }
      : null
  return { isReferenced: isTold, dueAt: order.dueAt, needsApproval: terms?.needsApproval === 1, account }
}
