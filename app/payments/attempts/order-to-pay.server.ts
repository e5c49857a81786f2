import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'

export interface OrderToPay {
  id: string
  code: string
  keyVersion: number
  eventId: string
  paymentMethod: PaymentMethod | null
  confirmsOn: 'payment' | 'placing'
  dueAt: Instant | null
  placedAt: Instant
  startsAt: Instant
  title: string
  email: string
}

/** An order with what a payment of it needs; null when its event was cancelled or its person was erased. */
export async function orderToPay(db: Kysely<Database>, orderId: string): Promise<OrderToPay | null> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('eventTexts', (join) =>
      join.onRef('eventTexts.eventId', '=', 'events.id').onRef('eventTexts.language', '=', 'events.language'),
    )
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.paymentMethod'])
    .select(['orders.confirmsOn', 'orders.dueAt', 'orders.placedAt', 'events.startsAt'])
    .select(['people.email', 'eventTexts.title'])
    .where('orders.id', '=', orderId)
    .where('events.status', '<>', 'cancelled')
    .executeTakeFirst()
  if (!order?.email) return null
  const paymentMethod = order.paymentMethod as PaymentMethod | null
  return { ...order, paymentMethod, email: order.email, title: order.title ?? '' }
}
