import type { Kysely } from 'kysely'
import { emailKey, fold } from '#app/values/text.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What the key of an order is checked against, by the order's code; undefined when there is none. */
export async function keyedOrder(db: Kysely<Database>, code: string) {
  return await db
    .selectFrom('orders')
    .select(['id', 'code', 'keyVersion', 'updatedAt'])
    .where('code', '=', code)
    .executeTakeFirst()
}

/** Everything that a person sees of their own order, in their language where there is one. */
export async function orderView(db: Kysely<Database>, { orderId, language }: { orderId: string; language: string }) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('hosts', 'hosts.id', 'events.hostId')
    .select(['orders.id', 'orders.code', 'orders.currency', 'orders.paymentMethod', 'orders.placedAt'])
    .select(['people.fullName', 'people.email', 'series.mark', 'hosts.name as hostName', 'hosts.url as hostUrl'])
    .select(['events.id as eventId', 'events.slug', 'events.status', 'events.language', 'events.format'])
    .select([
      'events.startsOn',
      'events.endsOn',
      'events.startsAt',
      'events.endsAt',
      'events.startsTime',
      'events.zone',
    ])
    .select(['events.country', 'events.city', 'events.venue', 'events.address', 'events.contactEmail'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const [texts, registrations, lines, payments, refunds, attempts] = await Promise.all([
    db
      .selectFrom('eventTexts')
      .select(['language', 'title', 'cancellationNote'])
      .where('eventId', '=', order.eventId)
      .execute(),
    db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .select(['registrations.id', 'registrations.code', 'registrations.state', 'heldUntil', 'confirmedAt', 'endedAt'])
      .select(['people.fullName', 'people.email'])
      .where('orderId', '=', orderId)
      .execute(),
    db
      .selectFrom('orderLines')
      .select(['id', 'registrationId', 'description', 'priceStepKind', 'amountMinor', 'currency'])
      .where('orderId', '=', orderId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('payments')
      .select(['id', 'method', 'amountMinor', 'currency', 'receivedAt'])
      .where('orderId', '=', orderId)
      .orderBy('receivedAt')
      .execute(),
    db
      .selectFrom('refunds')
      .select(['id', 'amountMinor', 'currency', 'reason', 'refundedAt'])
      .where('orderId', '=', orderId)
      .orderBy('refundedAt')
      .execute(),
    db.selectFrom('paymentAttempts').select(['state', 'redirectUrl']).where('orderId', '=', orderId).execute(),
  ])
  const text = inLanguage(texts, language, order.language)
  const seats = new Map(registrations.map((one) => [one.id, one]))
  return {
    ...order,
    title: text?.title ?? order.slug,
    textLanguage: text?.language ?? order.language,
    cancellationNote: text?.cancellationNote ?? '',
    // In the order of the form, which only the lines know.
    registrations: lines.flatMap(({ registrationId, description }) => {
      const seat = seats.get(registrationId ?? '')
      return seat ? [{ ...seat, ticket: description }] : []
    }),
    lines,
    payments,
    refunds,
    attempts: attempts.map(({ state, redirectUrl }) => ({ state, wasOpened: redirectUrl !== null })),
  }
}

export type OrderView = Awaited<ReturnType<typeof orderView>>

/**
 * The order of a code, for somebody who also knows the name or the address of a person on it. Null otherwise, whether
 * the code is unknown or the name is wrong.
 */
export async function orderKnownTo(db: Kysely<Database>, { code, known }: { code: string; known: string }) {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('registrations', 'registrations.orderId', 'orders.id')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['orders.id', 'people.fullName', 'people.latinName', 'people.emailKey'])
    .where('orders.code', '=', code)
    .execute()
  const name = fold(known)
  const knows = rows.find(
    ({ fullName, latinName, emailKey: key }) =>
      key === emailKey(known) || fold(fullName) === name || (latinName !== null && fold(latinName) === name),
  )
  return knows ? { id: knows.id } : null
}
