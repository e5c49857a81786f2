import { type Kysely, sql } from 'kysely'
import { countRows } from './count-rows.server.ts'
import { type FinanceEntryKind, WAITING_KINDS, type WaitingKind } from './finance-kinds.ts'
import { isWithin, ROWS_PER_PAGE, withTitles } from './finance-queries.server.ts'
import { duePerOrder } from './order-sums.server.ts'
import { accountsWithin } from '../statements/issuers.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage, nextRows, sorted, type SortKeys } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

interface Asked {
  reach: Reach
  language: string
}

/** Something that waits for a person: an entry of finance's queue, or a line of a bank statement. */
export interface Waiting {
  kind: WaitingKind
  id: string
  subject: string
  since: string
  code: string | null
  eventId: string | null
  amountMinor: number | null
  currency: string | null
  expectedMinor: number | null
  expectedCurrency: string | null
  /** Facts of the entry, or who paid a line and what they wrote. */
  note: string
}

/** The oldest first. */
const ENTRY_KEYS: SortKeys = [
  ['financeEntries.createdAt', 'asc'],
  ['financeEntries.id', 'asc'],
]
const LINE_KEYS: SortKeys = [
  ['statementLines.bookedOn', 'asc'],
  ['statementLines.id', 'asc'],
]

/** How much waits of each kind, since when, and the oldest few of each; a fixed number of queries. */
export async function waitingByKind(db: Kysely<Database>, { reach, language }: Asked, first: number) {
  const counts = await entriesWithin(db, reach)
    .select(['financeEntries.kind'])
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('financeEntries.createdAt').as('oldest')])
    .groupBy('financeEntries.kind')
    .execute()
  const ranked = entriesWithin(db, reach)
    .select('financeEntries.id')
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy('financeEntries.kind').orderBy('financeEntries.createdAt').orderBy('financeEntries.id'),
        )
        .as('place'),
    )
    .as('ranked')
  const firstEntries = factsOf(
    entriesWithin(db, reach).innerJoin(ranked, 'ranked.id', 'financeEntries.id').where('ranked.place', '<=', first),
  )
  const entries = await sorted(firstEntries, ENTRY_KEYS).execute()
  const accounts = (await accountsWithin(db, reach)).map(({ id }) => id)
  const open = linesOf(db, accounts)
  const lineCount = await open
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('bookedOn').as('oldest')])
    .executeTakeFirstOrThrow()
  const lines = await nextRows(lineFacts(open), { keys: LINE_KEYS, after: null, limit: first })
  const rows = await withTitles(db, [...lines.map(asWaiting), ...entries.map(asWaiting)], language)
  return WAITING_KINDS.flatMap((kind) => {
    const counted = kind === 'line' ? lineCount : counts.find((one) => one.kind === kind)
    const count = Number(counted?.count ?? 0)
    const oldest = counted?.oldest ?? ''
    return count === 0 ? [] : [{ kind, count, oldest, rows: rows.filter((row) => row.kind === kind) }]
  })
}

/** One kind, oldest first, a page of it. */
export async function waitingOf(
  db: Kysely<Database>,
  kind: WaitingKind,
  { reach, language, cursor }: Asked & { cursor: Cursor },
) {
  if (kind === 'line') {
    const accounts = (await accountsWithin(db, reach)).map(({ id }) => id)
    const open = linesOf(db, accounts)
    const { rows, steps } = await keysetPage(lineFacts(open), {
      keys: LINE_KEYS,
      cursor,
      size: ROWS_PER_PAGE,
      anchor: db.selectFrom('statementLines').where('issuerId', 'in', ['', ...accounts]),
    })
    return { steps, rows: await withTitles(db, rows.map(asWaiting), language), count: await countRows(open) }
  }
  const open = entriesWithin(db, reach).where('financeEntries.kind', '=', kind)
  const { rows, steps } = await keysetPage(factsOf(open), {
    keys: ENTRY_KEYS,
    cursor,
    size: ROWS_PER_PAGE,
    anchor: allEntriesWithin(db, reach),
  })
  return { steps, rows: await withTitles(db, rows.map(asWaiting), language), count: await countRows(open) }
}

/** How much waits in all, for the navigation. */
export async function countWaiting(db: Kysely<Database>, reach: Reach): Promise<number> {
  const entries = await entriesWithin(db, reach)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const accounts = (await accountsWithin(db, reach)).map(({ id }) => id)
  const lines = await linesOf(db, accounts)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(entries.count) + Number(lines.count)
}

/** One entry, open or not, with its facts; undefined outside the reach. */
export async function findEntry(db: Kysely<Database>, entryId: string, { reach, language }: Asked) {
  const entry = await factsOf(allEntriesWithin(db, reach).where('financeEntries.id', '=', entryId))
    .select(['financeEntries.resolvedAt', 'orders.id as orderId', 'financeEntries.paymentId'])
    .executeTakeFirst()
  if (!entry) return undefined
  const [titled] = await withTitles(db, [{ ...entry, ...asWaiting(entry), kind: entry.kind }], language)
  return titled!
}

/** An entry without an order is for its event; one without either for those who see everything. */
function allEntriesWithin(db: Kysely<Database>, reach: Reach) {
  const entries = db
    .selectFrom('financeEntries')
    .leftJoin('orders', 'orders.id', 'financeEntries.orderId')
    .leftJoin('events', (join) =>
      join.on(sql<boolean>`events.id = coalesce(orders.event_id, finance_entries.event_id)`),
    )
  return entries.where(isWithin(reach))
}

function entriesWithin(db: Kysely<Database>, reach: Reach) {
  return allEntriesWithin(db, reach).where('financeEntries.resolvedAt', 'is', null)
}

/** Of an order that was paid too much the rest counts, not the payment that brought it. */
const isTooMuch = sql<boolean>`finance_entries.kind = 'overpaid' and ${duePerOrder} < 0`

function factsOf(entries: ReturnType<typeof entriesWithin>) {
  return entries
    .leftJoin('payments', 'payments.id', 'financeEntries.paymentId')
    .leftJoin('paymentAttempts', 'paymentAttempts.id', 'financeEntries.attemptId')
    .select(['financeEntries.id', 'financeEntries.kind', 'financeEntries.subject', 'financeEntries.note'])
    .select('financeEntries.createdAt as since')
    .select([
      sql<number | string | null>`case when ${isTooMuch} then -${duePerOrder} else payments.amount_minor end`.as(
        'amountMinor',
      ),
      sql<string | null>`case when ${isTooMuch} then orders.currency else payments.currency end`.as('currency'),
    ])
    .select(['paymentAttempts.amountMinor as expectedMinor', 'paymentAttempts.currency as expectedCurrency'])
    .select(['orders.code', 'events.id as eventId'])
}

function linesOf(db: Kysely<Database>, accountIds: string[]) {
  return db
    .selectFrom('statementLines')
    .where('issuerId', 'in', ['', ...accountIds])
    .where('state', 'in', ['unmatched', 'part-matched'])
}

function lineFacts(lines: ReturnType<typeof linesOf>) {
  return lines.select(['id', 'bookedOn', 'amountMinor', 'currency', 'payer', 'reference'])
}

type EntryFacts = {
  id: string
  kind: FinanceEntryKind
  subject: string
  note: string | null
  since: string
  amountMinor: number | string | null
  currency: string | null
  expectedMinor: number | null
  expectedCurrency: string | null
  code: string | null
  eventId: string | null
}

type LineFacts = {
  id: string
  bookedOn: string
  amountMinor: number
  currency: string
  payer: string
  reference: string
}

function asWaiting(row: EntryFacts | LineFacts): Waiting {
  if ('kind' in row) {
    const { id, kind, subject, since, code, eventId, currency, expectedMinor, expectedCurrency } = row
    const amountMinor = row.amountMinor === null ? null : Number(row.amountMinor)
    const money = { amountMinor, currency, expectedMinor, expectedCurrency }
    return { id, kind, subject, since, code, eventId, ...money, note: row.note ?? '' }
  }
  const { id, bookedOn, amountMinor, currency, payer, reference } = row
  const none = { code: null, eventId: null, expectedMinor: null, expectedCurrency: null }
  const note = [payer, reference].filter((part) => part !== '').join(' · ')
  return { kind: 'line', id, subject: id, since: bookedOn, ...none, amountMinor, currency, note }
}
