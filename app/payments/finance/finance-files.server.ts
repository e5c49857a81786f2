import type { Kysely } from 'kysely'
import { countFinanceOrders, nextFinanceOrders, type Wanted, type WantedNext } from './finance-orders.server.ts'
import { countFinancePayments, nextFinancePayments } from './finance-payments.server.ts'
import { countFinanceRefunds, nextFinanceRefunds } from './finance-refunds.server.ts'
import { countLedger, nextOfLedger } from './ledger.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { plainAmount } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'

/** What can be taken away as a file. */
export const FINANCE_FILES = ['orders', 'payments', 'refunds', 'ledger'] as const

export type FinanceFile = (typeof FINANCE_FILES)[number]

/** The columns of each file, in their order. Their names are the same in every language, for programs. */
export const COLUMNS: Record<FinanceFile, string[]> = {
  orders: [
    'order',
    'placed_at',
    'event',
    'name',
    'method',
    'state',
    'currency',
    'asked',
    'paid',
    'refunded',
    'due',
    'due_at',
  ],
  payments: [
    'payment',
    'received_at',
    'event',
    'order',
    'name',
    'method',
    'fund',
    'reference',
    'currency',
    'amount',
    'refunded',
    'reverses',
  ],
  refunds: [
    'refund',
    'at',
    'event',
    'order',
    'name',
    'state',
    'way',
    'method',
    'reason',
    'reference',
    'currency',
    'amount',
  ],
  ledger: ['entry', 'at', 'event', 'order', 'name', 'kind', 'method', 'note', 'currency', 'amount', 'due_after'],
}

const AT_ONCE = 500

export async function countRows(db: Kysely<Database>, file: FinanceFile, asked: Wanted): Promise<number> {
  const counts = {
    orders: countFinanceOrders,
    payments: countFinancePayments,
    refunds: countFinanceRefunds,
    ledger: countLedger,
  }
  return await counts[file](db, asked)
}

/** A list of finance as CSV, newest first, in pieces of at most 500 rows; amounts plain, their currency beside them. */
export async function* financeFile(db: Kysely<Database>, file: FinanceFile, asked: Wanted): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([COLUMNS[file]])
  let after: WantedNext['after'] = null
  for (;;) {
    const page = await nextRows(db, file, { ...asked, limit: AT_ONCE, after })
    if (page.rows.length > 0) yield csvRows(page.rows)
    if (page.rows.length < AT_ONCE) return
    after = page.last
  }
}

async function nextRows(
  db: Kysely<Database>,
  file: FinanceFile,
  wanted: WantedNext,
): Promise<{ rows: string[][]; last: WantedNext['after'] }> {
  switch (file) {
    case 'orders': {
      const rows = await nextFinanceOrders(db, wanted)
      return { rows: rows.map(orderCells), last: lastOf(rows, 'placedAt') }
    }
    case 'payments': {
      const rows = await nextFinancePayments(db, wanted)
      return { rows: rows.map(paymentCells), last: lastOf(rows, 'receivedAt') }
    }
    case 'refunds': {
      const rows = await nextFinanceRefunds(db, wanted)
      return { rows: rows.map(refundCells), last: lastOf(rows, 'at') }
    }
    case 'ledger': {
      const rows = await nextOfLedger(db, wanted)
      return { rows: rows.map(ledgerCells), last: lastOf(rows, 'at') }
    }
  }
}

function lastOf<Name extends string>(rows: ({ id: string } & Record<Name, string>)[], at: Name): WantedNext['after'] {
  const last = rows.at(-1)
  return last ? { at: last[at], id: last.id } : null
}

function amount(amountMinor: number, currency: string | null): string {
  return currency === null ? '' : plainAmount({ amountMinor, currency })
}

type Row<T> = T extends (...given: never[]) => Promise<(infer R)[]> ? R : never

function orderCells(row: Row<typeof nextFinanceOrders>): string[] {
  const { currency } = row
  const money = [row.lines, row.paid, row.refunded, row.due].map((sum) => amount(sum, currency))
  const facts = [row.code, row.placedAt, row.slug, row.fullName, row.paymentMethod ?? '', row.state]
  return [...facts, currency ?? '', ...money, row.dueAt ?? '']
}

function paymentCells(row: Row<typeof nextFinancePayments>): string[] {
  const { currency } = row
  return [
    row.id,
    row.receivedAt,
    row.slug,
    row.code,
    row.fullName,
    row.method,
    row.fund,
    row.providerReference,
    currency,
    amount(row.amountMinor, currency),
    amount(row.refunded, currency),
    row.reversesId ?? '',
  ]
}

function refundCells(row: Row<typeof nextFinanceRefunds>): string[] {
  return [
    row.id,
    row.at,
    row.slug,
    row.code,
    row.fullName,
    row.state,
    row.way,
    row.method,
    row.reason,
    row.providerReference ?? '',
    row.currency,
    amount(row.amountMinor, row.currency),
  ]
}

function ledgerCells(row: Row<typeof nextOfLedger>): string[] {
  return [
    row.id,
    row.at,
    row.slug,
    row.code,
    row.fullName,
    row.kind,
    row.method,
    row.note,
    row.currency,
    amount(row.signedMinor, row.currency),
    amount(row.dueMinor, row.currency),
  ]
}
