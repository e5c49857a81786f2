import type { Kysely } from 'kysely'
import { inSeatOrder } from './naming/seat-order.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** Everything that a person sees of their own order, in their language where there is one; a fixed number of queries. */
export async function orderView(db: Kysely<Database>, { orderId, language }: { orderId: string; language: string }) {
  const order = await orderWithEvent(db, orderId)
  const [texts, registrations, names, lines, money] = await Promise.all([
    db
      .selectFrom('eventTexts')
      .select(['language', 'title', 'cancellationNote'])
      .where('eventId', '=', order.eventId)
      .execute(),
    registrationsOf(db, orderId),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name'])
      .where('ticketTypes.eventId', '=', order.eventId)
      .execute(),
    db
      .selectFrom('orderLines')
      .select(['id', 'kind', 'registrationId', 'description', 'priceStepKind', 'amountMinor', 'currency', 'createdAt'])
      .select(['taxName', 'taxRate', 'taxMinor', 'taxNote'])
      .where('orderId', '=', orderId)
      .orderBy('position')
      .execute(),
    moneyMoved(db, orderId),
  ])
  const text = inLanguage(texts, language, order.language)
  const namesOf = Map.groupBy(names, ({ ticketTypeId }) => ticketTypeId)
  const lineOf = new Map(
    lines.flatMap((line) => (line.kind === 'ticket' && line.registrationId ? [[line.registrationId, line]] : [])),
  )
  return {
    ...order,
    ...money,
    title: text?.title ?? order.slug,
    textLanguage: text?.language ?? order.language,
    cancellationNote: text?.cancellationNote ?? '',
    lines,
    registrations: inSeatOrder(registrations, lines).map(({ typeCode, ...seat }) => ({
      ...seat,
      ticket:
        inLanguage(namesOf.get(seat.ticketTypeId) ?? [], language, order.language)?.name ??
        lineOf.get(seat.id)?.description ??
        typeCode,
    })),
  }
}

export type OrderView = Awaited<ReturnType<typeof orderView>>
export type OrderSeat = OrderView['registrations'][number]

async function orderWithEvent(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('hosts', 'hosts.id', 'events.hostId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select([
      'orders.id',
      'orders.code',
      'orders.keyVersion',
      'orders.currency',
      'orders.paymentMethod',
      'events.paymentMethods',
    ])
    .select(['orders.placedAt', 'orders.dueAt', 'orders.confirmsOn', 'payers.email as payerEmail'])
    .select(['people.fullName', 'people.email', 'series.mark', 'hosts.name as hostName', 'hosts.url as hostUrl'])
    .select(['events.id as eventId', 'events.slug', 'events.status', 'events.language', 'events.format'])
    .select('events.postponedAt')
    .select(['events.startsOn', 'events.endsOn', 'events.startsAt', 'events.endsAt', 'events.startsTime'])
    .select(['events.zone', 'events.country', 'events.city', 'events.venue', 'events.address', 'events.contactEmail'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
}

async function registrationsOf(db: Kysely<Database>, orderId: string) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('proofs', 'proofs.registrationId', 'registrations.id')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.ticketTypeId'])
    .select(['registrations.personId', 'mainRegistrationId', 'replacesId', 'heldUntil', 'confirmedAt', 'endedAt'])
    .select(['people.fullName', 'people.email', 'people.erasedAt', 'ticketTypes.code as typeCode'])
    .select(['ticketTypes.isAddon', 'ticketTypes.attendance', 'ticketTypes.remoteTypeId'])
    .select(['proofs.how as proofHow', 'proofs.state as proofState'])
    .where('registrations.orderId', '=', orderId)
    .orderBy('registrations.id')
    .execute()
  return rows.map(({ erasedAt, ...row }) => ({ ...row, isUnnamed: row.fullName === '' && erasedAt === null }))
}

/** Refunds that are still under way are told apart from money that has gone back. */
async function moneyMoved(db: Kysely<Database>, orderId: string) {
  const [payments, refunds, refundAttempts, attempts] = await Promise.all([
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
    db
      .selectFrom('refundAttempts')
      .select(['id', 'state', 'way', 'amountMinor', 'currency', 'createdAt'])
      .where('orderId', '=', orderId)
      .where('state', 'in', ['approval', 'starting', 'pending', 'unknown', 'manual'])
      .orderBy('createdAt')
      .execute(),
    db.selectFrom('paymentAttempts').select(['state', 'redirectUrl']).where('orderId', '=', orderId).execute(),
  ])
  return {
    payments,
    refunds,
    refundAttempts,
    attempts: attempts.map(({ state, redirectUrl }) => ({ state, wasOpened: redirectUrl !== null })),
  }
}
