import type { Kysely } from 'kysely'
import { ownEventEntry } from './own-event-calendar.server.ts'
import { writeCalendar } from '../write-calendar.ts'
import { type Language, languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * The calendar of one order, in its language, for whoever has its key: the event with the order's tickets.
 * @returns a file without METHOD; of an event without exact dates a calendar without entries.
 * @throws when there is no such order.
 */
export async function orderFile(
  db: Kysely<Database>,
  { baseUrl, uidDomain }: { baseUrl: string; uidDomain: string },
  orderId: string,
): Promise<{ body: string; updatedAt: Instant | null; language: Language }> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.eventId', 'orders.language', 'people.emailKey'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const language = languageOf(order.language)
  const own = await ownEventEntry(db, { baseUrl, language }, { ...order, only: { orderId } })
  const entries = own ? [own.entry] : []
  const name = own?.name ?? translator(language)('common.name')
  return {
    body: writeCalendar({ name, sourceUrl: null, entries }, uidDomain),
    updatedAt: own?.entry.updatedAt ?? null,
    language,
  }
}
