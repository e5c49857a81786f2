import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** An order as who pays it sees it: what was ordered and for how much, and nobody's name, address or answers. */
export async function payerView(db: Kysely<Database>, { orderId, language }: { orderId: string; language: string }) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select([
      'orders.id',
      'orders.code',
      'orders.currency',
      'orders.dueAt',
      'orders.paymentMethod',
      'events.paymentMethods',
    ])
    .select(['events.id as eventId', 'events.slug', 'events.status', 'events.language', 'events.zone'])
    .select(['events.startsOn', 'events.endsOn', 'events.contactEmail', 'series.mark'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const [texts, lines, seats, attempts] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', order.eventId).execute(),
    db
      .selectFrom('orderLines')
      .select(['id', 'kind', 'description', 'amountMinor', 'currency'])
      .where('orderId', '=', orderId)
      .orderBy('position')
      .execute(),
    db.selectFrom('registrations').select(['state', 'heldUntil']).where('orderId', '=', orderId).execute(),
    db.selectFrom('paymentAttempts').select(['state', 'redirectUrl']).where('orderId', '=', orderId).execute(),
  ])
  return {
    ...order,
    title: inLanguage(texts, language, order.language)?.title ?? order.slug,
    lines,
    seats,
    attempts: attempts.map(({ state, redirectUrl }) => ({ state, wasOpened: redirectUrl !== null })),
  }
}
