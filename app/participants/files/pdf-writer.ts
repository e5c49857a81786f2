import type { ListEnd, ListFile, ListRows, ListWriter } from './list-file.ts'
import { type ListLayout, layOut } from './list-layout.ts'
import type { ListPrinter, ListSheet } from './list-printer.ts'
import { missingWords, wordedRows } from './worded-rows.ts'
import type { ListCell } from '../lists/list-view.ts'
import { joinPdfs } from '#app/files/pdf/join-pdfs.ts'
import { directionOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import { within } from '#app/values/within.ts'

/** Pages that are set at once: others who wait for the typesetter have their turn after them. */
const AT_ONCE = 40

/** How long setting may still take when the list broke off, in milliseconds: that it broke off is seen sooner than why. */
const LAST_WORDS = 1500

/** The list on paper: so many rows a page, so that the number of pages is known before the first is made. */
export function writePdf(printer: ListPrinter, lastWords: number = LAST_WORDS): ListWriter {
  return async function* (rows, file) {
    const ending: { end: ListEnd | null } = { end: null }
    const layout = layOut(file)
    const pageCount = Math.max(1, Math.ceil(file.count / layout.rowsPerPage))
    const sheets = sheetsOf(rows, { file, layout, pageCount, ending })
    if (pageCount > AT_ONCE) yield* joinPdfs(printed(sheets, { printer, ending, lastWords }), sheetTitle(file))
    else for await (const sheet of sheets) yield await printer.list(sheet)
    return ending.end!
  }
}

interface Setting {
  file: ListFile
  layout: ListLayout
  pageCount: number
  ending: { end: ListEnd | null }
}

interface Printing {
  printer: ListPrinter
  ending: Setting['ending']
  lastWords: number
}

/** One is set while the rows of the next are read. */
async function* printed(
  sheets: AsyncGenerator<ListSheet>,
  { printer, ending, lastWords }: Printing,
): AsyncGenerator<Uint8Array> {
  let until = Infinity
  const inTime = (paper: Promise<Uint8Array>) => {
    if (!ending.end?.fault) return paper
    until = Math.min(until, performance.now() + lastWords)
    return within(until - performance.now(), paper)
  }
  let coming: Promise<Uint8Array> | null = null
  for await (const sheet of sheets) {
    const before = coming
    coming = printer.list(sheet)
    coming.catch(() => undefined)
    if (before) yield await inTime(before)
  }
  if (coming) yield await inTime(coming)
}

/** As many pages as are set at once, until the list ends; the last says whether anybody is missing. */
async function* sheetsOf(rows: ListRows, setting: Setting): AsyncGenerator<ListSheet> {
  const { file, layout, ending } = setting
  const wanted = AT_ONCE * layout.rowsPerPage
  const worded = wordedRows(rows, file)
  let held: ListCell[][] = []
  let written = 0
  for (;;) {
    const page = await worded.next()
    if (page.done) {
      // A long one that breaks off says so at once: those whose page is not set yet are left out and not counted.
      const isCut = page.value.fault !== null && written > 0
      ending.end = isCut ? { ...page.value, written } : page.value
      yield sheetOf(isCut ? [] : held, written, setting, missingWords(ending.end, file) ?? '')
      return
    }
    held.push(...page.value)
    // The last page is kept back until the end is known, which may have something to say.
    while (held.length > wanted) {
      yield sheetOf(held.slice(0, wanted), written, setting, '')
      held = held.slice(wanted)
      written += wanted
    }
  }
}

function sheetOf(rows: ListCell[][], before: number, { file, layout, pageCount }: Setting, missing: string): ListSheet {
  const { event, language, style, madeAt } = file
  const t = translator(language)
  const { rowsPerPage, write, leftOut, isWide, widths, columns } = layout
  const pages = Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsPerPage)) }, (_, at) => ({
    number: t('download.pageOf', { page: before / rowsPerPage + at + 1, pages: pageCount }),
    rows: rows
      .slice(at * rowsPerPage, (at + 1) * rowsPerPage)
      .map((row, place) => write(row, before + at * rowsPerPage + place + 1)),
  }))
  return {
    title: sheetTitle(file),
    event: event.title,
    when: formatDays(event.startsOn, event.endsOn, language),
    language,
    isRightToLeft: directionOf(language) === 'rtl',
    paper: style.paper,
    isWide,
    widths,
    columns,
    footer: t('download.madeAt', { at: formatMoment(madeAt, event.zone, language) }),
    notice: leftOut.length === 0 ? '' : t('download.notOnPaper', { columns: leftOut.join(', ') }),
    isWhole: pageCount <= AT_ONCE,
    pages,
    missing,
  }
}

function sheetTitle({ event, language }: ListFile): string {
  return translator(language)('download.listTitle', { event: event.title })
}
