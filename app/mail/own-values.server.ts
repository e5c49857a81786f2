import type { Kysely } from 'kysely'
import { mailTickets } from './mail-order.server.ts'
import { mailSeat } from './mail-seat.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import { moneyOf } from './money-of.server.ts'
import type { WordsFor } from './placeholders.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** As what somebody is written to: one of these. */
export interface WordsSubject {
  registrationId?: string | null
  orderId?: string | null
  entryId?: string | null
  sessionPersonId?: string | null
  accountId?: string | null
}

export interface OwnValues {
  as: WordsFor
  url?: string
  code?: string
  ticket?: string
  track?: string | null
  due?: Money | null
  deadlineAt?: Instant | null
  wish?: string
  sessions?: string
}

interface Asked {
  eventId: string
  subject: WordsSubject
  reader: { emailKey: string; language: string }
  textLanguage: string
}

/** What is one reader's own in a mail; null when what it is about is gone, or belongs to another event. */
export async function ownValues(db: Kysely<Database>, site: MailSite, asked: Asked): Promise<OwnValues | null> {
  const { registrationId, orderId, entryId, sessionPersonId } = asked.subject
  if (registrationId) return await ofRegistration(db, site, asked, registrationId)
  if (orderId) return await ofOrder(db, site, asked, orderId)
  if (entryId) return await ofEntry(db, site, asked, entryId)
  if (sessionPersonId) return await ofSessionPerson(db, asked, sessionPersonId)
  return { as: 'team' }
}

async function ofRegistration(db: Kysely<Database>, site: MailSite, asked: Asked, id: string) {
  const [ticket] = await mailTickets(db, { registrationId: id }, asked.textLanguage)
  const seat = ticket && (await mailSeat(db, id))
  const order = ticket && (await ofOrder(db, site, asked, ticket.orderId))
  if (!ticket || !seat || !order || ticket.eventId !== asked.eventId) return null
  const key = new URLSearchParams({ key: site.seatKey(seat) })
  return {
    ...order,
    as: 'registration' as const,
    // Whoever ordered it does there what there is to do, paying too.
    url: order.isOrderer ? order.url : addressOf(site, asked.reader.language, `/registrations/${seat.code}?${key}`),
    code: ticket.code,
    ticket: ticket.ticketName,
    track: ticket.trackName ?? (await trackOfType(db, id, asked.textLanguage)),
    // What is owed is not for whoever sits on a seat that somebody else pays.
    due: order.isOrderer ? order.due : null,
    deadlineAt: order.isOrderer && order.due ? (order.deadlineAt ?? ticket.heldUntil) : null,
  }
}

/** Of a ticket that is for one track. */
async function trackOfType(db: Kysely<Database>, registrationId: string, language: string): Promise<string | null> {
  const titles = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('trackTexts', 'trackTexts.trackId', 'ticketTypes.trackId')
    .select(['trackTexts.language', 'trackTexts.title'])
    .where('registrations.id', '=', registrationId)
    .execute()
  return inLanguage(titles, language)?.title ?? null
}

async function ofOrder(db: Kysely<Database>, site: MailSite, { eventId, reader }: Asked, id: string) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.currency', 'orders.dueAt', 'people.emailKey'])
    .where('orders.id', '=', id)
    .where('orders.eventId', '=', eventId)
    .executeTakeFirst()
  if (!order) return null
  const { due } = await moneyOf(db, id, order.currency)
  const key = new URLSearchParams({ key: site.orderKey(order) })
  return {
    as: 'order' as const,
    isOrderer: order.emailKey === reader.emailKey,
    url: addressOf(site, reader.language, `/orders/${order.code}?${key}`),
    code: order.code,
    due,
    deadlineAt: order.dueAt,
  }
}

async function ofEntry(
  db: Kysely<Database>,
  site: MailSite,
  { eventId, reader, textLanguage }: Asked,
  id: string,
): Promise<OwnValues | null> {
  const entry = await db
    .selectFrom('waitingListEntries')
    .select(['id', 'code', 'keyVersion'])
    .where('id', '=', id)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!entry) return null
  const wishes = await db
    .selectFrom('waitingListPreferences as wish')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'wish.ticketTypeId')
    .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
    .select(['wish.ticketTypeId', 'ticketTypes.code', 'text.language', 'text.name'])
    .where('wish.entryId', '=', id)
    .orderBy('wish.position')
    .execute()
  const names = [...Map.groupBy(wishes, ({ ticketTypeId }) => ticketTypeId).values()].map((texts) => {
    const known = texts.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
    return inLanguage(known, textLanguage)?.name ?? texts[0]!.code
  })
  const key = new URLSearchParams({ key: site.waitingKey(entry) })
  const url = addressOf(site, reader.language, `/waiting-list/${entry.code}?${key}`)
  return { as: 'waiting', url, code: entry.code, wish: names.join(', ') }
}

/** All that they do at the event, by their address. */
async function ofSessionPerson(db: Kysely<Database>, { eventId }: Asked, id: string): Promise<OwnValues | null> {
  const rows = await db
    .selectFrom('sessionPeople as own')
    .innerJoin('sessionPeople as all', 'all.email', 'own.email')
    .innerJoin('sessions', 'sessions.id', 'all.sessionId')
    .select(['sessions.id', 'sessions.title'])
    .where('own.id', '=', id)
    .where('sessions.eventId', '=', eventId)
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
    .execute()
  if (rows.length === 0) return null
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return { as: 'programme', sessions: [...titles.values()].join('; ') }
}
