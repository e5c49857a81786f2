import { writeXlsx } from './xlsx/write-xlsx.ts'
import { BYTE_ORDER_MARK, csvRows, type Separator } from '#app/values/csv.ts'

export interface SheetStyle {
  /** Of a CSV. */
  separator?: Separator
  /** A byte order mark, by which spreadsheets on Windows read a CSV as UTF-8; it has one unless this says no. */
  hasMark?: boolean
}

/**
 * Rows of text as a spreadsheet that `readSheet` reads back as they are. No cell of it is calculated: in a CSV what would
 * be has an apostrophe in front, in an XLSX every cell is text.
 */
export async function writeSheet(
  rows: string[][],
  kind: 'csv' | 'xlsx',
  { separator = ',', hasMark = true }: SheetStyle = {},
): Promise<Uint8Array> {
  if (kind === 'xlsx') return await writeXlsx(rows)
  return Buffer.from((hasMark ? BYTE_ORDER_MARK : '') + csvRows(rows, separator))
}
