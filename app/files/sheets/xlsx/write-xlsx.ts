import { buffer } from 'node:stream/consumers'
import { escapeCell } from './cell-text.ts'
import { writeArchive } from './write-archive.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Numbers and days (`2027-06-14`) are kept as such, so that programs sort and reckon with them; texts are never calculated. */
export type CellKind = 'text' | 'number' | 'day'

export interface XlsxColumn {
  kind: CellKind
  /** In letters. */
  width: number
}

export interface XlsxStyle {
  columns: XlsxColumn[]
  isRightToLeft?: boolean
  /** Buttons in the head by which a column is filtered. */
  hasFilter?: boolean
}

/** A workbook of one sheet, in which every column is text, so that what is typed into it stays as typed. */
export async function writeXlsx(rows: string[][]): Promise<Uint8Array> {
  const width = Math.max(1, ...new Set(rows.map((row) => row.length)))
  const columns = Array.from({ length: width }, () => ({ kind: 'text' as const, width: 22 }))
  return await buffer(xlsxPieces([rows], { columns }))
}

/** A workbook of one sheet, in pieces as its rows come, of which the first is the head; that one stands while one scrolls. */
export async function* xlsxPieces(
  rows: Iterable<(string | number)[][]> | AsyncIterable<(string | number)[][]>,
  style: XlsxStyle,
): AsyncGenerator<Buffer> {
  yield* writeArchive([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', WORKBOOK],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheetOf(rows, style)],
  ])
}

const CONTENT_TYPES =
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`

const WORKBOOK =
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">` +
  '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'

const TEXT_FORMAT = 'numFmtId="49" applyNumberFormat="1" fillId="0" borderId="0" xfId="0"'

/** By number: of numbers, of text, of the head, of days. */
const [NUMBER, TEXT, TITLE, DAY] = [0, 1, 2, 3]

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf fontId="0" ${TEXT_FORMAT}/>` +
  `<xf fontId="1" applyFont="1" ${TEXT_FORMAT}/>` +
  '<xf numFmtId="164" applyNumberFormat="1" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'

function relations(...pairs: string[]): string {
  const each = Array.from({ length: pairs.length / 2 }, (_, at) => {
    const [type, target] = pairs.slice(at * 2)
    return `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
  })
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`
}

const STYLE_OF: Record<CellKind, number> = { text: TEXT, number: NUMBER, day: DAY }

async function* sheetOf(
  pages: Iterable<(string | number)[][]> | AsyncIterable<(string | number)[][]>,
  { columns, isRightToLeft = false, hasFilter = false }: XlsxStyle,
): AsyncGenerator<string> {
  const places = columns.map(({ kind }, at) => ({ letters: lettersOf(at), kind, style: STYLE_OF[kind] }))
  const widths = places.map(
    ({ style }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${columns[at]!.width}" style="${style}" customWidth="1"/>`,
  )
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ''}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>`
  )
  let row = 0
  for await (const page of pages) {
    let text = ''
    for (const cells of page) text += rowOf(cells, ++row, places)
    yield text
  }
  const filter = hasFilter && row > 0 ? `<autoFilter ref="A1:${lettersOf(columns.length - 1)}${row}"/>` : ''
  yield `</sheetData>${filter}</worksheet>`
}

interface ColumnPlace {
  letters: string
  kind: CellKind
  style: number
}

function rowOf(cells: (string | number)[], row: number, places: ColumnPlace[]): string {
  let text = `<row r="${row}">`
  for (let at = 0; at < cells.length; at++) text += cellOf(cells[at]!, row, places[at]!)
  return `${text}</row>`
}

function cellOf(cell: string | number, row: number, { letters, kind, style }: ColumnPlace): string {
  const place = `r="${letters}${row}"`
  if (cell === '') return row === 1 || kind !== 'text' ? '' : `<c ${place} s="${style}"/>`
  if (row > 1 && kind === 'number' && typeof cell === 'number') return `<c ${place} s="${style}"><v>${cell}</v></c>`
  const day = row > 1 && kind === 'day' ? dayNumber(String(cell)) : null
  if (day !== null) return `<c ${place} s="${style}"><v>${day}</v></c>`
  const written = `<is><t xml:space="preserve">${escapeCell(String(cell))}</t></is>`
  return `<c ${place} s="${row === 1 ? TITLE : TEXT}" t="inlineStr">${written}</c>`
}

/** As spreadsheets count days, from 1900; null for what is none, or before they count. */
function dayNumber(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const days = Date.parse(day) / 86_400_000 + 25_569
  return days > 60 ? days : null
}

/** 0 is A, 27 is AB. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}
