import { stringify } from 'csv-stringify/sync'

/** So that spreadsheets on Windows read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A plain amount, which may begin with a minus. */
const AMOUNT = /^-?\d+(\.\d+)?$/

/** What a spreadsheet takes for the beginning of a formula, in full width as well. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * Rows as CSV (RFC 4180: CR LF, quotes doubled). A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, CSV injection); an amount below zero is none.
 */
export function csvOf(rows: string[][]): string {
  const safe = rows.map((row) => row.map((cell) => (FORMULA.test(cell) && !AMOUNT.test(cell) ? `'${cell}` : cell)))
  return stringify(safe, { record_delimiter: 'windows' })
}
