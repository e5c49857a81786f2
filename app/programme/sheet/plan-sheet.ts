import { type Column, readHead } from './columns.ts'
import { writePeople } from './people-cell.ts'
import { type Cells, readRow, type ReadRow } from './read-row.ts'
import type { Change, ImportFacts, ImportPlan, Planned, PlannedEntry, StoredSession } from '../import/import-plan.ts'
import type { ImportProblem } from '../import/import-problem.ts'
import { changesOf, finishPlan, whenOf } from '../import/plan-import.ts'
import type { Sheet } from '#app/files/sheets/sheet.ts'
import { translator } from '#app/locales/translate.ts'
import { cleanLine } from '#app/values/text.ts'

interface Row {
  line: number
  cells: Cells
  id: string
  code: string
  problems: ImportProblem[]
}

/** What taking in a spreadsheet would do to a programme; null for one whose head cannot be read. */
export function planSheet(sheet: Sheet, facts: ImportFacts): ImportPlan | null {
  const head = readHead(sheet.rows[0] ?? [], translator('en'))
  if ('code' in head) return null
  const rows = rowsOf(sheet, head.columns)
  const byId = new Map(facts.sessions.map((session) => [session.id, session]))
  const byCode = new Map(facts.sessions.flatMap((session) => (session.code ? [[session.code, session]] : [])))
  const named = new Set(rows.map(({ id }) => id))
  const known = rows.map(({ id, code }) => {
    const found = id === '' ? byCode.get(code) : byId.get(id)
    // What another row names is that row's, whatever code it has by then.
    return id === '' && found && named.has(found.id) ? undefined : found
  })
  const used = new Set(known.map((session) => session?.id))
  const missing = facts.sessions.filter(({ id }) => !used.has(id))
  const codes = [...rows.map((row, at) => codeOf(row, known[at])), ...missing.map(({ code }) => code ?? '')]
  const isDouble = (code: string) => code !== '' && codes.filter((one) => one === code).length > 1
  const ids = known.map((session) => session?.id)
  const entries = rows.map((row, at): PlannedEntry => {
    const session = known[at]
    const problems = [...row.problems]
    if (row.id !== '' && !session) problems.push({ code: 'id-unknown' })
    if (session && ids.indexOf(session.id) !== at) problems.push({ code: 'id-twice' })
    const code = codeOf(row, session)
    if (isDouble(code)) problems.push({ code: 'code-twice', details: { value: code } })
    const read = readRow(row.cells, facts, session)
    if ('problems' in read) problems.push(...read.problems)
    const planned: Planned =
      problems.length > 0 || 'problems' in read ? { is: 'refused', problems } : planRow(read, facts, session)
    const when = 'fields' in planned ? planned.fields : session
    const title = cleanLine(row.cells.title ?? '').slice(0, 300)
    return { ...planned, line: row.line, title, when: when ? whenOf(when, facts.event.zone) : '', notes: [] }
  })
  return finishPlan(entries, missing, facts, { others: 0, isWhole: true })
}

function rowsOf({ rows, formulas }: Sheet, columns: (Column | null)[]): Row[] {
  const byRow = Map.groupBy(formulas, ({ row }) => row)
  return rows.flatMap((row, at): Row[] => {
    if (at === 0 || row.every((cell) => cell.trim() === '')) return []
    const cells: Cells = {}
    for (const [place, column] of columns.entries()) if (column) cells[column] = row[place] ?? ''
    const problems = (byRow.get(at) ?? []).flatMap(({ column }): ImportProblem[] => {
      const name = columns[column]
      return name ? [{ code: 'cell-formula', details: { column: name } }] : []
    })
    return [{ line: at + 1, cells, id: cleanLine(cells.id ?? ''), code: cleanLine(cells.code ?? ''), problems }]
  })
}

/** The code that a session will have. */
function codeOf({ cells, code }: Row, known: StoredSession | undefined): string {
  return cells.code === undefined ? (known?.code ?? '') : code
}

function planRow(read: ReadRow, facts: ImportFacts, known: StoredSession | undefined): Planned {
  if (!known) return { is: 'new', importUid: null, ...read }
  const t = translator('en')
  const [was, is] = [known, read.sheet]
  const all: Change[] = [
    ...changesOf(known, read.fields, facts),
    { field: 'code', from: was.code ?? '', to: is.code ?? '' },
    { field: 'kind', from: was.kind, to: read.kind },
    { field: 'language', from: was.language ?? '', to: is.language ?? '' },
    { field: 'people', from: writePeople(was.people, t), to: writePeople(read.people, t) },
    { field: 'interpretation', from: was.interpretation, to: is.interpretation },
    { field: 'stream', from: was.streamUrl ?? '', to: is.streamUrl ?? '' },
    { field: 'capacity', from: String(was.capacity ?? ''), to: String(is.capacity ?? '') },
  ]
  const changes = all.filter(({ from, to }) => from !== to)
  if (changes.length === 0) return { is: 'same', sessionId: known.id }
  const { fields, sheet, kind, people } = read
  const arePeopleNew = changes.some(({ field }) => field === 'people')
  return { is: 'changed', sessionId: known.id, changes, fields, sheet, kind, ...(arePeopleNew ? { people } : {}) }
}
