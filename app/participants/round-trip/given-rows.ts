import { columnOfHead, NEEDED, type SheetColumn } from './columns.ts'
import type { Image } from '../runs/run-kinds.ts'
import type { Sheet } from '#app/files/sheets/sheet.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import type { Refusal } from '#app/values/refusal.ts'
import { cleanLine } from '#app/values/text.ts'

export type HeadRefusal = 'sheet-column' | 'sheet-column-twice' | 'sheet-no-column'

/** A row as it was sent: its number in the file, what stands in it by column, and what is wrong with it at once. */
export interface GivenRow {
  position: number
  given: Image
  problem: string
}

export type GivenSheet =
  | { ok: true; columns: SheetColumn[]; rows: GivenRow[] }
  | { ok: false; refusal: Refusal<HeadRefusal> }

/** Reads what a sheet says by its columns. One column that nobody knows and the whole sheet is refused: it is another. */
export function givenRows({ rows, formulas }: Sheet, questions: Pick<Question, 'code'>[]): GivenSheet {
  const heads = (rows[0] ?? []).map(cleanLine)
  const columns: SheetColumn[] = []
  for (const head of heads) {
    const column = columnOfHead(head, questions)
    if (column === null)
      return { ok: false, refusal: { code: 'sheet-column', details: { column: head.slice(0, 60) || '—' } } }
    if (columns.includes(column))
      return { ok: false, refusal: { code: 'sheet-column-twice', details: { column: head } } }
    columns.push(column)
  }
  const missing = NEEDED.find((column) => !columns.includes(column))
  if (missing) return { ok: false, refusal: { code: 'sheet-no-column', details: { column: missing } } }
  const formulaOf = new Map(formulas.map(({ row, column }) => [row, columns[column]]))
  const seen = new Map<string, number>()
  const given = rows.slice(1).flatMap((cells, at): GivenRow[] => {
    if (cells.length === 0) return []
    const position = at + 2
    const row = Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']))
    const code = cleanLine(row['code'] ?? '').toUpperCase()
    const problem = problemOf(code, { formula: formulaOf.get(at + 1), hasMore: cells.length > columns.length, seen })
    if (!seen.has(code)) seen.set(code, position)
    return [{ position, given: { ...row, code }, problem }]
  })
  return { ok: true, columns, rows: given }
}

function problemOf(
  code: string,
  { formula, hasMore, seen }: { formula: SheetColumn | undefined; hasMore: boolean; seen: Map<string, number> },
): string {
  if (code === '') return 'run.problem.noCode'
  if (seen.has(code)) return `run.problem.codeTwice?row=${seen.get(code)}`
  if (formula !== undefined) return `run.problem.formula?${new URLSearchParams({ column: formula })}`
  return hasMore ? 'run.problem.moreCells' : ''
}
