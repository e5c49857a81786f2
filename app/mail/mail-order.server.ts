import type { Kysely } from 'kysely'
import { addressOf, type MailSite } from './mail-site.ts'
import { type MailMoney, moneyOf } from './money-of.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, RegistrationState } from '#db/schema.ts'
import type { MailOrder, MailTicket } from '#emails/event.ts'

export interface LoadedTicket extends MailTicket {
  id: string
  orderId: string
  eventId: string
  mainRegistrationId: string | null
  personId: string
  state: RegistrationState
  heldUntil: Instant | null
  endedAt: Instant | null
}

export interface LoadedOrder extends Omit<MailOrder, 'tickets' | 'isOrdererGoing'>, MailMoney {
  id: string
  eventId: string
  ordererEmailKey: string | null
  tickets: (LoadedTicket & { emailKey: string | null })[]
}

/** An order as mails tell of it, in seven queries; null when there is none. */
export async function mailOrder(
  db: Kysely<Database>,
  site: MailSite,
  orderId: string,
  language: string,
): Promise<LoadedOrder | null> {
  const row = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select([
      'orders.id',
      'orders.code',
      'orders.keyVersion',
      'orders.eventId',
      'orders.currency',
      'people.fullName',
      'people.emailKey',
    ])
    .where('orders.id', '=', orderId)
    .executeTakeFirst()
  if (!row) return null
  const key = new URLSearchParams({ key: site.orderKey(row) })
  return {
    id: row.id,
    eventId: row.eventId,
    code: row.code,
    url: addressOf(site, language, `/orders/${row.code}?${key}`),
    calendarUrl: addressOf(site, language, `/orders/${row.code}.ics?${key}`),
    receiptUrl: addressOf(site, language, `/orders/${row.code}/receipt?${key}`),
    ordererName: row.fullName,
    ordererEmailKey: row.emailKey,
    tickets: await mailTickets(db, { orderId }, language),
    ...(await moneyOf(db, orderId, row.currency)),
  }
}

/** The tickets of an order, or one ticket, each with what its person takes beside it, in three queries. */
export async function mailTickets(
  db: Kysely<Database>,
  which: { orderId: string } | { registrationId: string },
  language: string,
): Promise<(LoadedTicket & { emailKey: string | null })[]> {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select([
      'registrations.id',
      'registrations.orderId',
      'registrations.eventId',
      'registrations.code',
      'registrations.state',
      'registrations.heldUntil',
      'registrations.endedAt',
      'registrations.ticketTypeId',
      'registrations.mainRegistrationId',
      'registrations.personId',
      'registrations.trackId',
      'people.fullName',
      'people.emailKey',
      'ticketTypes.code as typeCode',
      'ticketTypes.attendance',
    ])
    .where((row) =>
      'orderId' in which
        ? row('registrations.orderId', '=', which.orderId)
        : row.or([
            row('registrations.id', '=', which.registrationId),
            row('registrations.mainRegistrationId', '=', which.registrationId),
          ]),
    )
    .orderBy('registrations.id')
    .execute()
  if (rows.length === 0) return []
  const names = await db
    .selectFrom('ticketTypeTexts')
    .select(['ticketTypeId', 'language', 'name'])
    .where('ticketTypeId', 'in', [...new Set(rows.map((row) => row.ticketTypeId))])
    .execute()
  const tracks = await db
    .selectFrom('trackTexts')
    .select(['trackId', 'language', 'title'])
    .where('trackId', 'in', [...new Set(rows.map((row) => row.trackId ?? ''))])
    .execute()
  const tickets = rows.map((row) => ({
    id: row.id,
    orderId: row.orderId,
    eventId: row.eventId,
    mainRegistrationId: row.mainRegistrationId,
    personId: row.personId,
    code: row.code,
    state: row.state,
    heldUntil: row.heldUntil,
    endedAt: row.endedAt,
    personName: row.fullName,
    isOnline: row.attendance === 'online',
    emailKey: row.emailKey,
    ticketName:
      inLanguage(
        names.filter((name) => name.ticketTypeId === row.ticketTypeId),
        language,
      )?.name ?? row.typeCode,
    trackName:
      inLanguage(
        tracks.filter((track) => track.trackId === row.trackId),
        language,
      )?.title ?? null,
  }))
  const folded = withExtras(tickets)
  return 'registrationId' in which ? folded.filter(({ id }) => id === which.registrationId) : folded
}

/** An add-on stands with the ticket of the same person as long as both fare the same; otherwise by itself. */
function withExtras<Ticket extends LoadedTicket>(tickets: Ticket[]): Ticket[] {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]))
  const mainOf = ({ mainRegistrationId, personId, state }: Ticket) => {
    const main = byId.get(mainRegistrationId ?? '')
    return main?.personId === personId && main.state === state ? main : undefined
  }
  const extrasOf = Map.groupBy(
    tickets.filter((ticket) => mainOf(ticket)),
    ({ mainRegistrationId }) => mainRegistrationId,
  )
  return tickets
    .filter((ticket) => !mainOf(ticket))
    .map((ticket) => ({ ...ticket, extras: (extrasOf.get(ticket.id) ?? []).map(({ ticketName }) => ticketName) }))
}
