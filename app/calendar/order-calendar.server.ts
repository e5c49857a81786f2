import type { Kysely } from 'kysely'
import type { CalendarEntry } from './calendar-entry.ts'
import { eventEntry } from './event-entry.ts'
import { calendarEvents } from './queries.server.ts'
import { writeCalendar } from './write-calendar.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

/** How far a seat has come; it only moves on, so the sum over an order can be added to a SEQUENCE. */
const STEP: Record<RegistrationState, number> = { held: 0, lapsed: 1, confirmed: 2, cancelled: 3, transferred: 3 }

/**
 * The calendar of one order, for its page and as an attachment: the event, under the same UID as everywhere, with the
 * tickets of this order. No key, no address and no code is in it: people pass such files on.
 * @returns the text of an `.ics` file without METHOD; of an event without exact dates a calendar without entries.
 * @throws when there is no such order.
 */
export async function orderCalendar(
  db: Kysely<Database>,
  site: { baseUrl: string; uidDomain: string },
  orderId: string,
): Promise<string> {
  const order = await db
    .selectFrom('orders')
    .select(['eventId', 'language', 'updatedAt'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const language = languageOf(order.language)
  const t = translator(language)
  const [event] = await calendarEvents(db, [order.eventId], language)
  const tickets = await ticketsOf(db, orderId, language)
  const entry = event && eventEntry(event, { baseUrl: site.baseUrl, language, prefix: `/${language}` })
  const entries: CalendarEntry[] = []
  if (entry) {
    const active = tickets.filter(({ state }) => state === 'held' || state === 'confirmed')
    const lines = active.map(({ person, ticket }) => t('event.ics.ticket', { person, ticket }))
    const status = statusOf(entry.status, active)
    const isCancelled = status === 'CANCELLED'
    entries.push({
      ...entry,
      sequence: entry.sequence + tickets.reduce((sum, { state }) => sum + STEP[state], 0),
      updatedAt: order.updatedAt > entry.updatedAt ? order.updatedAt : entry.updatedAt,
      summary:
        isCancelled && entry.status !== 'CANCELLED'
          ? t('event.ics.cancelled', { title: entry.summary })
          : entry.summary,
      description: [lines.join('\n'), entry.description].filter(Boolean).join('\n\n'),
      status,
      isBusy: !isCancelled,
    })
  }
  return writeCalendar({ name: event?.title ?? t('common.name'), sourceUrl: null, entries }, site.uidDomain)
}

function statusOf(ofEvent: CalendarEntry['status'], active: { state: RegistrationState }[]): CalendarEntry['status'] {
  if (ofEvent === 'CANCELLED' || active.length === 0) return 'CANCELLED'
  return active.some(({ state }) => state === 'confirmed') ? 'CONFIRMED' : 'TENTATIVE'
}

async function ticketsOf(db: Kysely<Database>, orderId: string, language: string) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('ticketTypeTexts as reader', (join) =>
      join.onRef('reader.ticketTypeId', '=', 'registrations.ticketTypeId').on('reader.language', '=', language),
    )
    .leftJoin('ticketTypeTexts as english', (join) =>
      join.onRef('english.ticketTypeId', '=', 'registrations.ticketTypeId').on('english.language', '=', 'en'),
    )
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select([
      'registrations.state',
      'people.fullName',
      'reader.name as readerName',
      'english.name as englishName',
      'ticketTypes.code',
    ])
    .where('registrations.orderId', '=', orderId)
    .orderBy('registrations.id')
    .execute()
  return rows.map((row) => ({
    state: row.state,
    person: row.fullName,
    ticket: row.readerName ?? row.englishName ?? row.code,
  }))
}
