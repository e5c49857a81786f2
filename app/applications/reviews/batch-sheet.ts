import type { Call } from '../calls/call.ts'
import { numberLabel, numberOf } from './number-label.ts'
import { LONGEST_COMMENT } from './review-form.ts'
import { cleanText } from '#app/values/text.ts'

const COMMENTS = ['note_for_myself', 'comment_for_committee', 'reason_for_applicant'] as const

type SheetCall = Pick<Call, 'criteria' | 'numberPrefix'>

/** What one row of a score sheet says, or why it says nothing. */
export interface SheetRow {
  /** As spreadsheets count. */
  line: number
  label: string
  number: number | null
  version: number
  scores: Map<string, number>
  privateComment: string
  sharedComment: string
  reason: string
  fault: { code: 'unknown' | 'twice' | 'range' | 'long'; column?: string; maximum?: number } | null
  isEmpty: boolean
}

export interface OpenReview {
  number: number
  version: number
  scores: ReadonlyMap<string, number>
  privateComment: string
  sharedComment: string
  reason: string
}

/** The names of its columns are the same in every language, so that a sheet can come back from anywhere. */
function sheetHead({ criteria }: SheetCall): string[] {
  return ['number', 'version', ...criteria.map(({ code }) => code), ...COMMENTS]
}

/** The rows of a score sheet: one for each review. */
export function batchRows(call: SheetCall, reviews: OpenReview[]): string[][] {
  return [
    sheetHead(call),
    ...reviews.map(({ number, version, scores, privateComment, sharedComment, reason }) => [
      numberLabel(call.numberPrefix, number),
      String(version),
      ...call.criteria.map(({ id }) => String(scores.get(id) ?? '')),
      privateComment,
      sharedComment,
      reason,
    ]),
  ]
}

/** Reads a sheet back, its columns in any order; null when it has no column of numbers. */
export function readBatch(call: SheetCall, rows: string[][]): SheetRow[] | null {
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase())
  if (!head.includes('number')) return null
  const seen = new Set<number>()
  return rows.slice(1).flatMap((cells, at) => {
    const cell = (name: string) => {
      const column = head.indexOf(name.toLowerCase())
      return column < 0 ? '' : (cells[column] ?? '').trim()
    }
    if (cells.every((one) => one.trim() === '')) return []
    const row = readRow(call, cell)
    const isTwice = row.number !== null && seen.has(row.number)
    if (row.number !== null) seen.add(row.number)
    return [{ line: at + 2, ...row, fault: isTwice ? { code: 'twice' as const } : row.fault }]
  })
}

function readRow(call: SheetCall, cell: (name: string) => string): Omit<SheetRow, 'line'> {
  const scores = new Map<string, number>()
  let fault: SheetRow['fault'] = null
  for (const { id, code, maximum } of call.criteria) {
    const typed = cell(code)
    if (typed === '') continue
    // Spreadsheet programs may write a whole number with its fraction.
    const whole = /^(\d{1,9})([.,]0+)?$/.exec(typed)?.[1]
    if (whole === undefined || Number(whole) > maximum) fault ??= { code: 'range', column: code, maximum }
    else scores.set(id, Number(whole))
  }
  const [privateComment, sharedComment, reason] = COMMENTS.map((name) => cleanText(cell(name))) as [
    string,
    string,
    string,
  ]
  const words = [privateComment, sharedComment, reason]
  if (words.some((text) => text.length > LONGEST_COMMENT)) fault ??= { code: 'long', maximum: LONGEST_COMMENT }
  const label = cell('number')
  const number = numberOf(call.numberPrefix, label)
  return {
    label: label.slice(0, 40),
    number,
    version: Number(/^\d{1,9}/.exec(cell('version'))?.[0] ?? 0),
    scores,
    privateComment,
    sharedComment,
    reason,
    fault: number === null ? { code: 'unknown' } : fault,
    isEmpty: scores.size === 0 && words.every((text) => text === ''),
  }
}
