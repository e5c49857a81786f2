import type { Kysely } from 'kysely'
import type { TicketSheet } from './ticket-sheet.ts'
import { directionOf, languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { formatDayList, formatDays } from '#app/values/dates.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The tickets of an order's confirmed seats, each with what comes with it; null when no seat is confirmed and named. */
export async function readTicketSheet(
  db: Kysely<Database>,
  { orderId, language }: { orderId: string; language: string },
): Promise<TicketSheet | null> {
  const event = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .select(['events.id', 'events.slug', 'events.language', 'events.startsOn', 'events.endsOn'])
    .select(['events.venue', 'events.city'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const [texts, names, seats, days] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', event.id).execute(),
    db
      .selectFrom('ticketTypeTexts as text')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'text.ticketTypeId')
      .select(['text.ticketTypeId', 'text.language', 'text.name'])
      .where('ticketTypes.eventId', '=', event.id)
      .execute(),
    confirmedSeats(db, orderId),
    db
      .selectFrom('ticketTypeDays')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
      .select(['ticketTypeDays.ticketTypeId', 'ticketTypeDays.heldOn'])
      .where('ticketTypes.eventId', '=', event.id)
      .orderBy('ticketTypeDays.heldOn')
      .execute(),
  ])
  const named = seats.filter(({ fullName }) => fullName !== '')
  if (named.length === 0) return null
  const mains = named.filter((seat) => !named.some(({ id }) => id === seat.mainRegistrationId))
  const t = translator(languageOf(language))
  const daysOf = Map.groupBy(days, ({ ticketTypeId }) => ticketTypeId)
  const namesOf = Map.groupBy(names, ({ ticketTypeId }) => ticketTypeId)
  const nameOf = (seat: Seat) =>
    inLanguage(namesOf.get(seat.ticketTypeId) ?? [], language, event.language)?.name ?? seat.typeCode
  return {
    language,
    isRightToLeft: directionOf(languageOf(language)) === 'rtl',
    event: inLanguage(texts, language, event.language)?.title ?? event.slug,
    when: formatDays(event.startsOn, event.endsOn, language),
    place: [event.venue, event.city].filter(Boolean).join(', '),
    note: t('paper.showTicket'),
    tickets: mains.map((seat) => {
      const extras = named.filter(({ mainRegistrationId }) => mainRegistrationId === seat.id)
      const items = extras.map(nameOf).join(t('common.listSeparator'))
      const own = daysOf.get(seat.ticketTypeId)?.map(({ heldOn }) => heldOn)
      return {
        name: seat.fullName,
        latinName: seat.latinName ?? '',
        ticket: nameOf(seat),
        days: own ? t('paper.validOn', { days: formatDayList(own, language) }) : '',
        extras: items && t('paper.extras', { items }),
        code: seat.code,
      }
    }),
  }
}

type Seat = Awaited<ReturnType<typeof confirmedSeats>>[number]

async function confirmedSeats(db: Kysely<Database>, orderId: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('orderLines', (join) =>
      join.onRef('orderLines.registrationId', '=', 'registrations.id').on('orderLines.kind', '=', 'ticket'),
    )
    .select(['registrations.id', 'registrations.code', 'registrations.mainRegistrationId'])
    .select(['registrations.ticketTypeId', 'ticketTypes.code as typeCode'])
    .select(['people.fullName', 'people.latinName'])
    .where('registrations.orderId', '=', orderId)
    .where('registrations.state', '=', 'confirmed')
    .orderBy('orderLines.position')
    .orderBy('registrations.id')
    .execute()
}
