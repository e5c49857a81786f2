import type { Mapping } from './mapping.ts'
import { readAmount } from './read-amount.ts'
import { readDay } from './read-day.ts'
import { type ReadLine, trimmed } from './read-line.ts'
import type { Table } from './read-table.ts'
import { cleanLine } from '#app/values/text.ts'

/** A row that cannot be read: which, what is wrong with it, and the cell. Rows count from 1 as a spreadsheet does. */
export interface RowFault {
  row: number
  what: 'day' | 'amount' | 'currency' | 'direction'
  cell: string
}

export interface TableLines {
  lines: ReadLine[]
  faults: RowFault[]
  /** Rows without a day or without an amount: totals, notes, balances. */
  skipped: number
}

/** The lines of a table under a mapping. A row that says something unreadable is a fault, never left out in silence. */
export function tableLines(table: Table, mapping: Mapping): TableLines {
  const result: TableLines = { lines: [], faults: [], skipped: 0 }
  for (const [at, row] of table.rows.entries()) {
    if (at <= mapping.headRow) continue
    const line = readRow(row, at + 1, mapping)
    if (line === null) result.skipped++
    else if ('what' in line) result.faults.push(line)
    else result.lines.push(line)
  }
  return result
}

function readRow(row: string[], number: number, mapping: Mapping): ReadLine | RowFault | null {
  const cell = (at: number | null) => (at === null ? '' : cleanLine(row[at] ?? ''))
  const fault = (what: RowFault['what'], text: string): RowFault => ({ row: number, what, cell: text.slice(0, 60) })
  const typedDay = cell(mapping.day)
  if (typedDay === '') return null
  const currency = cell(mapping.currencyColumn).toUpperCase() || mapping.currency
  if (!/^[A-Z]{3}$/.test(currency)) return fault('currency', currency)
  const amount = amountOf(cell, currency, mapping)
  if (amount === 'none') return null
  if (typeof amount !== 'number') return fault(amount.what, amount.cell)
  if (amount === 0) return null
  const bookedOn = readDay(typedDay, mapping.dayFormat)
  if (bookedOn === null) return fault('day', typedDay)
  const charges = cell(mapping.charges)
  const chargesMinor = charges === '' ? 0 : readAmount(charges, currency, mapping.decimal)
  if (chargesMinor === null) return fault('amount', charges)
  return trimmed({
    bankId: cell(mapping.bankId) || null,
    bookedOn,
    amountMinor: amount,
    currency,
    chargesMinor: Math.abs(chargesMinor),
    payer: cell(mapping.payer),
    reference: mapping.texts
      .map(cell)
      .filter((text) => text !== '')
      .join(' '),
    isReversal: false,
  })
}

function amountOf(
  cell: (at: number | null) => string,
  currency: string,
  mapping: Mapping,
): number | 'none' | { what: 'amount' | 'direction'; cell: string } {
  const read = (text: string) => readAmount(text, currency, mapping.decimal)
  if (mapping.amounts === 'two-columns') {
    const [credit, debit] = [cell(mapping.credit), cell(mapping.debit)]
    if (credit === '' && debit === '') return 'none'
    const [came, went] = [credit === '' ? 0 : read(credit), debit === '' ? 0 : read(debit)]
    if (came === null) return { what: 'amount', cell: credit }
    if (went === null) return { what: 'amount', cell: debit }
    return came !== 0 ? Math.abs(came) : -Math.abs(went)
  }
  const typed = cell(mapping.amount)
  if (typed === '') return 'none'
  const amount = read(typed)
  if (amount === null) return { what: 'amount', cell: typed }
  if (mapping.amounts === 'signed') return amount
  const sign = cell(mapping.sign)
  if (sign === '') return { what: 'direction', cell: typed }
  return sign.toLowerCase() === mapping.outWord.toLowerCase() ? -Math.abs(amount) : Math.abs(amount)
}
