import type { Kysely } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export const ROWS_PER_PAGE = 25

interface Asked {
  reach: Reach
  language: string
  /** From 1. */
  page: number
}

/** What waits for a person in finance, oldest first, and how much there is; only of the events within reach. */
export async function openEntries(db: Kysely<Database>, { reach, language, page }: Asked) {
  const open = moneyWithin(db, reach)
    .innerJoin('financeEntries', 'financeEntries.orderId', 'orders.id')
    .where('financeEntries.resolvedAt', 'is', null)
  const rows = await open
    .leftJoin('payments', 'payments.id', 'financeEntries.paymentId')
    .leftJoin('paymentAttempts', 'paymentAttempts.id', 'financeEntries.attemptId')
    .select([
      'financeEntries.id',
      'financeEntries.kind',
      'financeEntries.createdAt',
      'payments.amountMinor',
      'payments.currency',
      'paymentAttempts.amountMinor as expectedMinor',
      'paymentAttempts.currency as expectedCurrency',
      'orders.id as orderId',
      'orders.code',
      'orders.keyVersion',
      'orders.eventId',
    ])
    .orderBy('financeEntries.createdAt')
    .orderBy('financeEntries.id')
    .limit(ROWS_PER_PAGE)
    .offset((page - 1) * ROWS_PER_PAGE)
    .execute()
  const counted = await open.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { rows: await withTitles(db, rows, language), count: Number(counted.count) }
}

/** Money that came, newest first, and how many payments there are; only of the events within reach. */
export async function latestPayments(db: Kysely<Database>, { reach, language, page }: Asked) {
  const received = moneyWithin(db, reach).innerJoin('payments', 'payments.orderId', 'orders.id')
  const rows = await received
    .select([
      'payments.id',
      'payments.method',
      'payments.amountMinor',
      'payments.currency',
      'payments.receivedAt',
      'payments.providerReference',
      'orders.id as orderId',
      'orders.code',
      'orders.keyVersion',
      'orders.eventId',
    ])
    .orderBy('payments.receivedAt', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(ROWS_PER_PAGE)
    .offset((page - 1) * ROWS_PER_PAGE)
    .execute()
  const counted = await received.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { rows: await withTitles(db, rows, language), count: Number(counted.count) }
}

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
async function withTitles<Row extends { eventId: string }>(db: Kysely<Database>, rows: Row[], language: string) {
  if (rows.length === 0) return []
  const events = await db
    .selectFrom('events')
    .innerJoin('eventTexts', 'eventTexts.eventId', 'events.id')
    .select(['events.id', 'events.zone', 'events.language as own', 'eventTexts.language', 'eventTexts.title'])
    .where('events.id', 'in', [...new Set(rows.map(({ eventId }) => eventId))])
    .execute()
  return rows.map((row) => {
    const texts = events.filter(({ id }) => id === row.eventId)
    const text = inLanguage(texts, language, texts[0]?.own)
    return {
      ...row,
      title: text?.title ?? '',
      titleLanguage: text?.language ?? language,
      zone: texts[0]?.zone ?? 'UTC',
    }
  })
}
