import { decodeText } from './decode-text.ts'
import type { Mapping } from './mapping.ts'
import { readCamt } from './read-camt.ts'
import { type ReadLine, UnreadableStatement } from './read-line.ts'
import { readTable } from './read-table.ts'
import { tableLines } from './table-lines.ts'

export type StatementFormat = 'csv' | 'camt.053'

/** Which of the two a file is, by its first letter that says something. */
export function formatOf(text: string): StatementFormat {
  return /^\s*</.test(text) ? 'camt.053' : 'csv'
}

/**
 * Every line of a statement.
 * @throws UnreadableStatement; for a row of a table that cannot be read, with its number.
 */
export function readStatement(bytes: Uint8Array, format: StatementFormat, mapping: Mapping | null): ReadLine[] {
  const text = decodeText(bytes)
  const lines = format === 'camt.053' ? readCamt(text).lines : linesOfTable(text, mapping)
  if (lines.length === 0) throw new UnreadableStatement('statement-no-lines')
  return lines
}

function linesOfTable(text: string, mapping: Mapping | null): ReadLine[] {
  if (!mapping) throw new UnreadableStatement('statement-not-table')
  const { lines, faults } = tableLines(readTable(text, mapping.delimiter), mapping)
  const [fault] = faults
  if (fault) throw new UnreadableStatement('statement-row', { row: fault.row, cell: fault.cell, count: faults.length })
  return lines
}
