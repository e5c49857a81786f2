import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export const ROWS_PER_PAGE = 25

/** The orders whose money somebody may see. */
export function moneyWithin(db: Kysely<Database>, reach: Reach) {
  return db.selectFrom('orders').innerJoin('events', 'events.id', 'orders.eventId').where(isWithin(reach))
}

/** That the money of an event is within somebody's reach: in a query over `events`. */
export function isWithin(reach: Reach): RawBuilder<SqlBool> {
  if (reach === 'all') return sql`1 = 1`
  // An empty list is not SQL; no id is ''.
  return sql`(events.series_id in (${sql.join(['', ...reach.seriesIds])})
    or events.id in (${sql.join(['', ...reach.eventIds])}))`
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
