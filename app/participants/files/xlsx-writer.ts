import type { ListEnd, ListFile, ListRows, ListWriter } from './list-file.ts'
import { missingWords, wordedRows } from './worded-rows.ts'
import type { ListColumn } from '../lists/list-view.ts'
import { type CellKind, xlsxPieces } from '#app/files/sheets/xlsx/write-xlsx.ts'
import { directionOf } from '#app/locales/languages.ts'

const KINDS: Record<ListColumn['kind'], CellKind> = { text: 'text', number: 'number', day: 'day', yesno: 'text' }

/** In letters; a column is at least as wide as its title. */
const WIDTHS: Record<string, number> = {
  fullName: 32,
  latinName: 26,
  affiliation: 34,
  email: 32,
  track: 30,
  ticket: 24,
}
const WIDTH_OF_KIND: Record<ListColumn['kind'], number> = { text: 18, number: 11, day: 12, yesno: 9 }
const WIDEST = 50

export const writeXlsx: ListWriter = async function* (rows, file) {
  const ending: { end: ListEnd | null } = { end: null }
  yield* xlsxPieces(pagesOf(rows, file, ending), {
    columns: file.columns.map((column) => ({ kind: KINDS[column.kind], width: widthOf(column) })),
    isRightToLeft: directionOf(file.language) === 'rtl',
    hasFilter: true,
  })
  return ending.end!
}

async function* pagesOf(rows: ListRows, file: ListFile, ending: { end: ListEnd | null }) {
  yield [file.columns.map(({ label }) => label)]
  const worded = wordedRows(rows, file)
  for (;;) {
    const page = await worded.next()
    if (!page.done) {
      yield page.value
      continue
    }
    const missing = missingWords(page.value, file)
    if (missing !== null) yield [[missing]]
    ending.end = page.value
    return
  }
}

function widthOf({ key, kind, label }: ListColumn): number {
  const wanted = WIDTHS[key] ?? WIDTH_OF_KIND[kind]
  return Math.min(WIDEST, Math.max(wanted, label.length + 4))
}
