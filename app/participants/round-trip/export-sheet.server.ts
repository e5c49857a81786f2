import type { Kysely } from 'kysely'
import { answerColumn, answerHead, FIELD_COLUMNS, type FieldColumn, type SheetColumn } from './columns.ts'
import { cellsOf, type SheetRow, sheetRows } from './sheet-rows.server.ts'
import { sheetWords } from './sheet-words.server.ts'
import type { RegistrationFilter } from '../selection/registration-filter.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import type { Separator } from '#app/values/csv.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 1000

/** The registrations of a filter as a spreadsheet to edit, and how many they are. `headOf` names the columns. */
export async function exportSheet(
  db: Kysely<Database>,
  input: {
    eventId: string
    filter: RegistrationFilter
    kind: 'csv' | 'xlsx'
    separator?: Separator
    headOf: (column: FieldColumn) => string
    now: Instant
  },
): Promise<{ content: Uint8Array; rowCount: number }> {
  const { eventId, filter, kind, separator = ',', headOf, now } = input
  const words = await sheetWords(db, eventId)
  const columns: SheetColumn[] = [...FIELD_COLUMNS, ...words.questions.map(answerColumn)]
  const table = [[...FIELD_COLUMNS.map(headOf), ...words.questions.map(answerHead)]]
  for (let after: SheetRow | null = null; ;) {
    const rows: SheetRow[] = await sheetRows(db, { eventId, now, words, filter, after, limit: AT_ONCE })
    for (const row of rows) {
      const cells = cellsOf(row, words)
      table.push(columns.map((column) => cells[column] ?? ''))
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)!
  }
  return { content: await writeSheet(table, kind, { separator }), rowCount: table.length - 1 }
}
