import { type NumberKind, numberKind, numberText, unescapeCell } from './cell-text.ts'
import { type Archive, readArchive } from './read-archive.ts'
import { readXml } from './read-xml.ts'
import { gatherRows, type RowGatherer } from '../gather-rows.ts'
import type { Sheet, SheetLimits } from '../sheet.ts'
import { UnreadableSheet } from '../unreadable-sheet.ts'

interface Workbook {
  /** The path of the first sheet that is not hidden. */
  sheet: string
  isSince1904: boolean
  strings: string[]
  kinds: NumberKind[]
}

/** The first visible sheet of a workbook (ECMA-376). What only formats a cell is left out. */
export async function readXlsx(content: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const archive = readArchive(content)
  const workbook = await readWorkbook(archive)
  if (!archive.names.includes(workbook.sheet)) throw new UnreadableSheet('sheet-broken')
  const gathered = gatherRows(limits)
  await readRows(archive, workbook, gathered)
  return gathered.sheet()
}

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const sheets: { id: string; isHidden: boolean }[] = []
  let isSince1904 = false
  await readXml(archive.unpack('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') isSince1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name === 'sheet')
        sheets.push({
          id: attributes['r:id'] ?? '',
          isHidden: 'state' in attributes && attributes['state'] !== 'visible',
        })
    },
  })
  const targets = await readTargets(archive)
  const wanted = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  return {
    sheet: targets.get(wanted?.id ?? '') ?? 'xl/worksheets/sheet1.xml',
    isSince1904,
    strings: await readStrings(archive),
    kinds: await readKinds(archive),
  }
}

async function readTargets(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readXml(archive.unpack('xl/_rels/workbook.xml.rels'), {
    open(name, { Id: id, Target: target }) {
      if (name === 'Relationship' && id && target)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  return targets
}

/** The texts that cells share; what is written above Japanese letters to read them by is left out. */
async function readStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = []
  let [text, isText, isReading] = ['', false, false]
  await readXml(archive.unpack('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    text: (piece) => void (isText && (text += piece)),
    close(name) {
      if (name === 'si') strings.push(unescapeCell(text))
      else if (name === 'rPh') isReading = false
      else if (name === 't') isText = false
    },
  })
  return strings
}

async function readKinds(archive: Archive): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let isOfCells = false
  await readXml(archive.unpack('xl/styles.xml'), {
    open(name, attributes) {
      const id = Number(attributes['numFmtId'])
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isOfCells = true
      else if (name === 'xf' && isOfCells) kinds.push(numberKind(id, codes.get(id)))
    },
    close: (name) => void (name === 'cellXfs' && (isOfCells = false)),
  })
  return kinds
}

async function readRows(archive: Archive, workbook: Workbook, gathered: RowGatherer): Promise<void> {
  let [row, column, type, style, value] = [-1, -1, '', 0, '']
  let cells: string[] = []
  let [isValue, isReading] = [false, false]
  await readXml(archive.unpack(workbook.sheet), {
    open(name, attributes) {
      if (name === 'row') {
        row = attributes['r'] ? Number(attributes['r']) - 1 : row + 1
        if (!Number.isSafeInteger(row) || row < 0) throw new UnreadableSheet('sheet-broken')
        column = -1
        cells = []
      } else if (name === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
      } else if (name === 'f') gathered.addFormula(row, column)
      else if (name === 'rPh') isReading = true
      else if (name === 'v' || name === 't') isValue = !isReading
    },
    text: (piece) => void (isValue && (value += piece)),
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isReading = false
      else if (name === 'c') cells[column] = textOf(workbook, type, style, value)
      else if (name === 'row')
        gathered.add(
          row,
          Array.from(cells, (cell) => cell ?? ''),
        )
    },
  })
}

function textOf({ strings, kinds, isSince1904 }: Workbook, type: string, style: number, value: string): string {
  if (type === 's') return strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n') return numberText(value, kinds[style] ?? 'plain', isSince1904)
  return type === 'd' || type === 'e' ? value : unescapeCell(value)
}

/** `AB12` is the 28th column: 27, counted from 0. Further than a sheet reaches is further than any limit. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  if (letters === '') throw new UnreadableSheet('sheet-broken')
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
