import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { gatherRows } from './gather-rows.ts'
import type { Sheet, SheetLimits } from './sheet.ts'
import { UnreadableSheet } from './unreadable-sheet.ts'
import { findOddLine, readText } from '../read-text.ts'
import { restore } from '#app/values/csv.ts'
import { ownTurn } from '#app/values/own-turn.ts'

const SEPARATORS = [',', ';', '\t']

/** How many bytes are read before others have their turn. */
const PIECE = 128 * 1024

/** A delimited text; what begins with `=` is told as a formula, because programs write a typed one so. */
export async function readCsv(content: Uint8Array, limits: SheetLimits): Promise<Sheet> {
  const line = findOddLine(content)
  if (line !== null) throw new UnreadableSheet('sheet-encoding', { line })
  const text = readText(content)?.replace(/^\uFEFF/, '')
  if (text === undefined) throw new UnreadableSheet('sheet-type')
  const named = /^sep=([,;\t])\r?\n/.exec(text)
  const gathered = gatherRows(limits)
  let row = 0
  const take = (cells: string[]) => {
    for (const [column, cell] of cells.entries()) if (cell.startsWith('=')) gathered.addFormula(row, column)
    gathered.add(row++, cells.map(restore))
  }
  await parseInPieces(named ? text.slice(named[0].length) : text, named?.[1] ?? separatorOf(text), take)
  return gathered.sheet()
}

/** The one that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const counted = SEPARATORS.map((separator) => ({ separator, count: head.split(separator).length }))
  return counted.toSorted((one, other) => other.count - one.count)[0]!.separator
}

async function parseInPieces(text: string, delimiter: string, take: (cells: string[]) => void): Promise<void> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: 2_000_000,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  try {
    for await (const cells of Readable.from(piecesOf(text)).pipe(parser)) take(cells as string[])
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableSheet(QUOTE.has(error.code) ? 'sheet-quote' : 'sheet-broken')
    throw error
  }
}

/** A quote that nobody closes takes everything up to the end. */
const QUOTE = new Set(['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'])

async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield bytes.subarray(at, at + PIECE)
    await ownTurn()
  }
}
