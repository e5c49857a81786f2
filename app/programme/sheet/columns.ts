import { LANGUAGES } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { fold } from '#app/values/text.ts'

/** The columns of the spreadsheet of a programme, in their order. */
export const COLUMNS = [
  'id',
  'code',
  'kind',
  'title',
  'abstract',
  'language',
  'day',
  'start',
  'end',
  'track',
  'room',
  'people',
  'interpretation',
  'stream',
  'capacity',
  'public',
] as const

export type Column = (typeof COLUMNS)[number]

/** Without these no row says what a session needs. */
const NEEDED: Column[] = ['title', 'day', 'start', 'end']

/** What a head is wrong about: names that are no column of ours, names that it has twice, and columns that it lacks. */
export interface HeadProblem {
  code: 'sheet-unknown-columns' | 'sheet-double-columns' | 'sheet-missing-columns'
  columns: string
}

/** Which column stands where, by the words of any language of ours or by the keys. */
export function readHead(cells: string[], t: Translate): { columns: (Column | null)[] } | HeadProblem {
  const named = new Map<string, Column>()
  for (const column of COLUMNS) {
    named.set(column, column)
    for (const { code } of LANGUAGES) named.set(fold(translator(code)(`release.column.${column}`)), column)
  }
  const columns = cells.map((cell) => named.get(fold(cell).trim()) ?? null)
  const separator = t('common.listSeparator')
  const list = (names: string[]) => names.map((name) => name.slice(0, 60)).join(separator)
  const unknown = cells.filter((cell, at) => cell.trim() !== '' && columns[at] === null)
  if (unknown.length > 0) return { code: 'sheet-unknown-columns', columns: list(unknown.slice(0, 10)) }
  const word = (column: Column) => t(`release.column.${column}`)
  const double = COLUMNS.filter((column) => columns.filter((one) => one === column).length > 1)
  if (double.length > 0) return { code: 'sheet-double-columns', columns: list(double.map(word)) }
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length > 0) return { code: 'sheet-missing-columns', columns: list(missing.map(word)) }
  return { columns }
}
