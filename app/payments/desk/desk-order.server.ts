import type { Kysely } from 'kysely'
import { balanceOf } from '../balance.server.ts'
import { moneyWithin } from '../finance/finance-queries.server.ts'
import { papersOf } from '../papers/queries.server.ts'
import { cashOrCard } from './desk-reference.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** An order as the desk sees it: who is on it, what is due, what the desk took. Null outside the reach. */
export async function deskOrder(
  db: Kysely<Database>,
  { code, reach, language }: { code: string; reach: Reach; language: string },
) {
  const order = await moneyWithin(db, reach)
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'orders.paymentMethod'])
    .select(['orders.currency', 'people.fullName', 'events.zone', 'events.slug', 'events.language as own'])
    .where('orders.code', '=', code)
    .executeTakeFirst()
  if (!order) return null
  const [texts, seats, payments, refunds, balance, papers] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', order.eventId).execute(),
    db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .select(['registrations.id', 'registrations.code', 'registrations.state', 'people.fullName'])
      .where('registrations.orderId', '=', order.id)
      .orderBy('registrations.id')
      .execute(),
    db
      .selectFrom('payments')
      .select(['id', 'method', 'providerReference', 'amountMinor', 'currency', 'receivedAt'])
      .where('orderId', '=', order.id)
      .orderBy('receivedAt')
      .orderBy('id')
      .execute(),
    db.selectFrom('refunds').select(['paymentId', 'amountMinor']).where('orderId', '=', order.id).execute(),
    balanceOf(db, order.id),
    papersOf(db, order.id),
  ])
  return {
    ...order,
    title: inLanguage(texts, language, order.own)?.title ?? '',
    seats,
    due: balance?.due ?? 0,
    papers,
    payments: payments.map(({ providerReference, ...payment }) => ({
      ...payment,
      how: payment.method === 'desk' ? cashOrCard(providerReference) : null,
      returned: refunds
        .filter(({ paymentId }) => paymentId === payment.id)
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    })),
  }
}

export type DeskOrder = NonNullable<Awaited<ReturnType<typeof deskOrder>>>

/** A payment that the desk took, and of which order; null outside the reach. */
export async function deskPayment(db: Kysely<Database>, { paymentId, reach }: { paymentId: string; reach: Reach }) {
  const payment = await moneyWithin(db, reach)
    .innerJoin('payments', 'payments.orderId', 'orders.id')
    .select(['payments.id', 'payments.amountMinor', 'payments.currency', 'orders.code'])
    .where('payments.id', '=', paymentId)
    .where('payments.method', '=', 'desk')
    .executeTakeFirst()
  return payment ?? null
}
