import { stringify } from 'csv-stringify/sync'
import type { ParticipantField } from './visible-fields.ts'

export const SEPARATORS = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  [',', ','],
  [';', ';'],
  ['\t', '\t'],
])

/** So that spreadsheets on Windows read the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rows as CSV (RFC 4180: CR LF, quotes doubled). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front (OWASP, CSV injection).
 */
export function csvRows(rows: string[][], separator: string): string {
  return stringify(rows, { delimiter: separator, record_delimiter: 'windows', escape_formulas: true })
}

export interface CsvParticipant {
  fields: Partial<Record<ParticipantField, string>>
  answers: Record<string, string>
}

export function csvRow(participant: CsvParticipant, fields: ParticipantField[], questionIds: string[]): string[] {
  return [
    ...fields.map((field) => participant.fields[field] ?? ''),
    ...questionIds.map((id) => participant.answers[id] ?? ''),
  ]
}
