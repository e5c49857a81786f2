import type { Kysely } from 'kysely'
import { changeRulesOf } from './change-rules.ts'
import { openChanges } from './open-changes.server.ts'
import { costOfSeats, ofPresentSeats } from './seat-lines.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/**
 * Everything that a change of one seat needs to know of it: the seat, its person, its add-ons, its order's lines as
 * those of the seats that stand now, and the rules of its event. Undefined when the order has no such seat.
 */
export async function seatToChange(
  db: Kysely<Database>,
  { orderId, code, language }: { orderId: string; code: string; language?: string },
) {
  const row = await seatRow(db, orderId, code)
  if (!row) return undefined
  const { eventId } = row
  const [texts, event, rules, refundRules, seats, lines, open, lead] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute(),
    db
      .selectFrom('events')
      .innerJoin('series', 'series.id', 'events.seriesId')
      .select(['events.id', 'events.slug', 'status', 'events.language', 'startsAt', 'endsAt', 'zone', 'city'])
      .select(['contactEmail', 'series.mark', 'events.format', 'events.postponedAt'])
      .where('events.id', '=', eventId)
      .executeTakeFirstOrThrow(),
    db.selectFrom('changeRules').selectAll().where('eventId', '=', eventId).executeTakeFirst(),
    db.selectFrom('refundRules').selectAll().where('eventId', '=', eventId).orderBy('position').execute(),
    seatsOf(db, orderId),
    db.selectFrom('orderLines').selectAll().where('orderId', '=', orderId).orderBy('position').execute(),
    openChanges(db, { orderId }),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name'])
      .where('eventId', '=', eventId)
      .execute(),
  ])
  const text = inLanguage(texts, language ?? row.language, event.language)
  const nameOf = (ticketTypeId: string) =>
    inLanguage(
      lead.filter((one) => one.ticketTypeId === ticketTypeId),
      language ?? row.language,
      event.language,
    )?.name ?? ''
  const present = ofPresentSeats(lines, seats)
  const costs = costOfSeats(present)
  const named = seats.map((seat) => ({
    ...seat,
    ticket: nameOf(seat.ticketTypeId),
    cost: costs.get(seat.id) ?? 0,
  }))
  const seat = named.find(({ id }) => id === row.id)!
  return {
    ...row,
    ...seat,
    event: { ...event, title: text?.title ?? event.slug, titleLanguage: text?.language ?? event.language },
    rules: changeRulesOf(rules),
    refundRules,
    lines: present,
    seats: named,
    addons: named.filter(
      ({ mainRegistrationId, state }) => mainRegistrationId === row.id && (state === 'held' || state === 'confirmed'),
    ),
    openChange: open.find(({ registrationId }) => registrationId === row.id) ?? null,
    nameOf,
  }
}

export type SeatToChange = NonNullable<Awaited<ReturnType<typeof seatToChange>>>

async function seatRow(db: Kysely<Database>, orderId: string, code: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.id', 'registrations.orderId', 'registrations.eventId', 'registrations.code'])
    .select(['registrations.personId', 'registrations.trackId', 'people.email', 'people.emailKey', 'people.fullName'])
    .select(['people.latinName', 'people.badgeName', 'people.affiliation', 'people.country', 'people.erasedAt'])
    .select(['orders.currency', 'orders.confirmsOn', 'orders.language', 'orders.paymentMethod', 'orders.updatedAt'])
    .select(['orders.code as orderCode', 'orders.keyVersion', 'orders.dueAt', 'orders.personId as ordererId'])
    .select(['ticketTypes.eligibility', 'ticketTypes.proof', 'ticketTypes.remoteTypeId', 'ticketTypes.isAddon'])
    .select(['ticketTypes.allowsRepeat', 'ticketTypes.attendance'])
    .where('registrations.orderId', '=', orderId)
    .where('registrations.code', '=', code)
    .executeTakeFirst()
}

async function seatsOf(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'state', 'ticketTypeId', 'mainRegistrationId', 'replacesId', 'personId'])
    .select(['registrations.code', 'people.fullName', 'people.emailKey'])
    .where('orderId', '=', orderId)
    .orderBy('registrations.id')
    .execute()
}
