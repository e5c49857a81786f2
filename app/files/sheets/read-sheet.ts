import { readCsv } from './read-csv.ts'
import type { Sheet, SheetLimits } from './sheet.ts'
import { UnreadableSheet } from './unreadable-sheet.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'
import { mediaTypeOf, XLSX } from '../media-type.ts'

/**
 * A spreadsheet as rows of text: CSV (UTF-8, UTF-16, Windows-1252; comma, semicolon, tab) or the first visible sheet of
 * an XLSX, by what the content is. A cell that had been defused reads as it was before; dates are ISO dates.
 * @throws UnreadableSheet
 */
export async function readSheet(content: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const type = mediaTypeOf(content)
  if (type !== XLSX && type !== 'text/csv' && type !== 'text/plain') throw new UnreadableSheet('sheet-type')
  const sheet = type === XLSX ? await readXlsx(content, limits) : await readCsv(content, limits)
  if (sheet.rows.length === 0) throw new UnreadableSheet('sheet-empty')
  return sheet
}
