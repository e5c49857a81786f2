import type { Kysely } from 'kysely'
import { inSeatOrder } from './seat-order.ts'
import { isCompleted } from './seat-rows.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The seats of an order as its manager sees them: who sits where, and nothing of money. A fixed number of queries. */
export async function groupSeats(db: Kysely<Database>, { orderId, language }: { orderId: string; language: string }) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.personId as ordererId', 'events.id as eventId'])
    .select(['events.slug', 'events.language', 'events.status', 'events.endsAt', 'events.startsOn', 'events.endsOn'])
    .select(['events.contactEmail', 'events.postponedAt', 'series.mark'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const [texts, rows, names, lines] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', order.eventId).execute(),
    db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
      .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.personId'])
      .select(['registrations.ticketTypeId', 'registrations.trackId', 'mainRegistrationId', 'replacesId'])
      .select(['people.fullName', 'people.email', 'people.country', 'people.erasedAt', 'ticketTypes.code as typeCode'])
      .where('registrations.orderId', '=', orderId)
      .where('registrations.state', 'in', ['held', 'confirmed'])
      .orderBy('registrations.id')
      .execute(),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name'])
      .where('ticketTypes.eventId', '=', order.eventId)
      .execute(),
    db
      .selectFrom('orderLines')
      .select(['registrationId'])
      .where('orderId', '=', orderId)
      .where('kind', '=', 'ticket')
      .orderBy('position')
      .execute(),
  ])
  const completed = await isCompleted(
    db,
    rows.map(({ id }) => id),
  )
  const namesOf = Map.groupBy(names, ({ ticketTypeId }) => ticketTypeId)
  const seats = inSeatOrder(rows, lines).map(({ typeCode, erasedAt, ...seat }) => ({
    ...seat,
    ticket: inLanguage(namesOf.get(seat.ticketTypeId) ?? [], language, order.language)?.name ?? typeCode,
    isUnnamed: seat.fullName === '' && erasedAt === null,
    isCompleted: completed.has(seat.id) || seat.personId === order.ordererId,
  }))
  const mains = seats.filter(({ mainRegistrationId }) => mainRegistrationId === null)
  return {
    ...order,
    title: inLanguage(texts, language, order.language)?.title ?? order.slug,
    seats: mains.map((seat) => ({
      ...seat,
      addons: seats.filter((one) => one.mainRegistrationId === seat.id).map(({ ticket }) => ticket),
    })),
  }
}

export type GroupOrder = Awaited<ReturnType<typeof groupSeats>>
export type GroupSeat = GroupOrder['seats'][number]
