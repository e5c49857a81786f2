import { writeArchive } from './archive.ts'
import { escapeCell } from './cell-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook of one sheet. Every column is text (format 49), so what is typed into it stays as typed; the head stands. */
export async function writeXlsx(rows: string[][]): Promise<Uint8Array> {
  return await writeArchive([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', WORKBOOK],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', sheetOf(rows)],
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

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf fontId="0" ${TEXT_FORMAT}/>` +
  `<xf fontId="1" applyFont="1" ${TEXT_FORMAT}/></cellXfs></styleSheet>`

function relations(...pairs: string[]): string {
  const each = Array.from({ length: pairs.length / 2 }, (_, at) => {
    const [type, target] = pairs.slice(at * 2)
    return `<Relationship Id="rId${at + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`
  })
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`
}

function sheetOf(rows: string[][]): string {
  const width = Math.max(1, ...new Set(rows.map((row) => row.length)))
  const written = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, column, at)).join('')}</row>`,
  )
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols><col min="1" max="${width}" width="22" style="1" customWidth="1"/></cols>` +
    `<sheetData>${written.join('')}</sheetData></worksheet>`
  )
}

function cellOf(text: string, column: number, row: number): string {
  const place = `r="${lettersOf(column)}${row + 1}" s="${row === 0 ? 2 : 1}"`
  if (text === '') return `<c ${place}/>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`
}

/** 0 is A, 27 is AB. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}
