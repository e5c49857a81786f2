import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The attempt that a browser comes back from: the one it names, or the order's latest. */
export async function returnedAttempt(
  db: Kysely<Database>,
  orderId: string,
  providerReference: string | null,
): Promise<string | null> {
  const attempts = await db
    .selectFrom('paymentAttempts')
    .select(['id', 'providerReference'])
    .where('orderId', '=', orderId)
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  return (attempts.find((attempt) => attempt.providerReference === providerReference) ?? attempts[0])?.id ?? null
}

/** The order that an attempt pays, for the page of the built-in gateway. */
export async function orderOfAttempt(db: Kysely<Database>, attemptId: string) {
  return await db
    .selectFrom('paymentAttempts')
    .innerJoin('orders', 'orders.id', 'paymentAttempts.orderId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'paymentAttempts.providerReference'])
    .where('paymentAttempts.id', '=', attemptId)
    .executeTakeFirst()
}

/** Where an order belongs, for the pages on which it is paid. */
export async function orderPlace(db: Kysely<Database>, { orderId, language }: { orderId: string; language: string }) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['orders.eventId', 'orders.paymentMethod', 'events.zone', 'events.language', 'events.slug', 'series.mark'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', order.eventId)
    .execute()
  return { ...order, title: inLanguage(texts, language, order.language)?.title ?? order.slug }
}
