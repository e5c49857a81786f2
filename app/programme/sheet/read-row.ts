import type { Column } from './columns.ts'
import { readPeople } from './people-cell.ts'
import { readDay, readTimes } from './time-cells.ts'
import { answers, kinds } from './words.ts'
import type { ImportFacts, SessionFields, SheetFields, SheetPerson, StoredSession } from '../import/import-plan.ts'
import type { ImportProblem, SheetProblem } from '../import/import-problem.ts'
import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { languageName } from '#app/values/dates.ts'
import { url } from '#app/values/fields.ts'
import { flag } from '#app/values/flag.ts'
import { cleanLine, cleanText, fold } from '#app/values/text.ts'
import type { SessionsTable } from '#db/schema.ts'

/** What the columns of the table take. */
const LONGEST = { title: 300, room: 120, abstract: 16_000, code: 20 }
const LARGEST_CAPACITY = 100_000

export interface ReadRow {
  fields: SessionFields
  sheet: SheetFields
  kind: SessionsTable['kind']
  people: SheetPerson[]
}

/** The cells of a row by their column; a column that the sheet does not have is not there. */
export type Cells = Partial<Record<Column, string>>

/**
 * A row as a session of this event, beside what is known of it: of what the sheet has no column for, that stays. Every
 * problem of the row is told, not only its first.
 */
export function readRow(
  cells: Cells,
  { event, tracks }: ImportFacts,
  known: StoredSession | undefined,
): ReadRow | { problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const wrong = (column: Column, code: SheetProblem, details: Record<string, string | number> = {}) => {
    problems.push({ code, details: { ...details, column } })
    return null
  }
  const text = (column: keyof typeof LONGEST, before: string | null): string | null => {
    const cell = cells[column]
    if (cell === undefined) return before
    const clean = column === 'abstract' ? cleanText(cell) : cleanLine(cell)
    if (clean.length > LONGEST[column]) wrong(column, 'cell-long', { maximum: LONGEST[column] })
    return clean === '' ? null : clean
  }
  const read = <T>(column: Column, empty: T, before: T, take: (cell: string) => T | null): T => {
    const cell = cells[column] === undefined ? undefined : cleanLine(cells[column])
    return cell === undefined ? before : cell === '' ? empty : (take(cell) ?? empty)
  }
  const shown = (cell: string) => ({ value: cell.slice(0, 60) })

  const title = text('title', null) ?? wrong('title', 'cell-missing') ?? ''
  const abstract = text('abstract', known?.abstract ?? null) ?? ''
  const code = text('code', known?.code ?? null)
  const room = text('room', known?.room ?? null)
  const kind = read('kind', 'other' as const, known?.kind ?? 'other', (cell) => {
    return kinds.read(cell) ?? wrong('kind', 'cell-kind', shown(cell))
  })
  const trackId = read('track', null, known?.trackId ?? null, (cell) => {
    const found = tracks.find((track) => [track.code, ...track.titles].some((name) => fold(name) === fold(cell)))
    return found?.id ?? wrong('track', 'cell-track', shown(cell))
  })
  const language = read('language', null, known?.language ?? null, (cell) => {
    return languageIn(cell) ?? wrong('language', 'cell-language', shown(cell))
  })
  const interpretation = read('interpretation', '', known?.interpretation ?? '', (cell) => {
    const pieces = cell.split(/[,;،؛]/).filter((piece) => piece.trim() !== '')
    const found = pieces.map((piece) => languageIn(piece) ?? wrong('interpretation', 'cell-language', shown(piece)))
    return [...new Set(found.filter((one) => one !== null))].toSorted().join(',')
  })
  const streamUrl = read('stream', null, known?.streamUrl ?? null, (cell) => {
    return url().safeParse(cell).success ? cell : wrong('stream', 'cell-url', shown(cell))
  })
  const capacity = read('capacity', null, known?.capacity ?? null, (cell) => {
    const isCount = /^\d{1,6}(?:\.0+)?$/.test(cell) && Number(cell) >= 1 && Number(cell) <= LARGEST_CAPACITY
    return isCount ? Number(cell) : wrong('capacity', 'cell-number', { ...shown(cell), maximum: LARGEST_CAPACITY })
  })
  if (capacity !== null && capacity !== known?.capacity && capacity < (known?.signedUp ?? 0))
    wrong('capacity', 'cell-capacity', { taken: known!.signedUp })
  const isPublic = read('public', known?.isPublic ?? 1, known?.isPublic ?? 1, (cell) => {
    const answer = answers.read(cell)
    return answer === undefined ? wrong('public', 'cell-public', shown(cell)) : flag(answer === 'yes')
  })
  const people = readPeople(cells.people ?? '')
  if ('code' in people) wrong('people', people.code, people.details)

  const [day, start, end] = (['day', 'start', 'end'] as const).map(
    (column) => cells[column]?.trim() || wrong(column, 'cell-missing'),
  )
  const heldOn = day ? readDay(day, event) : null
  if (heldOn !== null && typeof heldOn !== 'string') problems.push(heldOn)
  const times = typeof heldOn === 'string' && start && end ? readTimes(heldOn, { start, end }, event) : null
  if (times?.problems) problems.push(...times.problems)
  if (problems.length > 0 || !times?.when || 'code' in people) return { problems }
  const isStreamed = flag(known?.isStreamed === 1 || (streamUrl !== null && streamUrl !== known?.streamUrl))
  return {
    fields: { title, abstract, ...times.when, room, trackId, isPublic },
    sheet: { code, language, interpretation, streamUrl, isStreamed, capacity },
    kind,
    people: cells.people === undefined ? (known?.people ?? []) : people,
  }
}

/** A language by its code, or by its name in any language of ours. */
function languageIn(cell: string): string | null {
  const wanted = fold(cell).trim()
  const isNamed = (code: string) => LANGUAGES.some((reader) => fold(languageName(code, reader.code)) === wanted)
  const found = TEXT_LANGUAGES.find((code) => code === wanted || isNamed(code))
  if (found) return found
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(cell.trim()) && cell.trim().length <= 16 ? cell.trim() : null
}
