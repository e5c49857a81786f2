import type { Kysely } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export const ROWS_PER_PAGE = 25

/** The orders whose money somebody may see. */
export function moneyWithin(db: Kysely<Database>, reach: Reach) {
  const orders = db.selectFrom('orders').innerJoin('events', 'events.id', 'orders.eventId')
  if (reach === 'all') return orders
  // An empty list is not SQL; no id is ''.
  return orders.where((eb) =>
    eb.or([eb('events.seriesId', 'in', ['', ...reach.seriesIds]), eb('events.id', 'in', ['', ...reach.eventIds])]),
  )
}

/** The title of each row's event in the reader's language, else in the event's. */
export async function withTitles<Row extends { eventId: string | null }>(
  db: Kysely<Database>,
  rows: Row[],
  language: string,
) {
  if (rows.length === 0) return []
  const events = await db
    .selectFrom('events')
    .innerJoin('eventTexts', 'eventTexts.eventId', 'events.id')
    .select(['events.id', 'events.slug', 'events.zone', 'events.language as own'])
    .select(['eventTexts.language', 'eventTexts.title'])
    .where('events.id', 'in', ['', ...new Set(rows.map(({ eventId }) => eventId ?? ''))])
    .execute()
  return rows.map((row) => {
    const texts = events.filter(({ id }) => id === row.eventId)
    const text = inLanguage(texts, language, texts[0]?.own)
    return {
      ...row,
      title: text?.title ?? '',
      titleLanguage: text?.language ?? language,
      zone: texts[0]?.zone ?? 'UTC',
      slug: texts[0]?.slug ?? '',
    }
  })
}
