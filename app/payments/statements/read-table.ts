import { CsvError, parse } from 'csv-parse/sync'
import { MAXIMUM_LINES, UnreadableStatement } from './read-line.ts'

export const DELIMITERS = [';', ',', '\t', '|'] as const

export type Delimiter = (typeof DELIMITERS)[number]

/** Rows of cells, ragged ones too; rows that are all empty are left out. */
export interface Table {
  delimiter: Delimiter
  rows: string[][]
}

/** How many rows are looked at to find out what a file is like. */
const LOOKED_AT = 30

/**
 * A delimited text as rows: quotes, doubled quotes, line ends of every kind, lines before the table. The delimiter is
 * the one that makes the most rows of the same width.
 * @throws UnreadableStatement when no delimiter makes a table of it.
 */
export function readTable(text: string, wanted?: Delimiter): Table {
  if (/^\s*(<|\{|\[|%PDF|PK|:\d\dF?:)/.test(text)) throw new UnreadableStatement('statement-not-table')
  const delimiter = wanted ?? findDelimiter(text)
  const rows = rowsOf(text, delimiter)
  if (rows.length > MAXIMUM_LINES) throw new UnreadableStatement('statement-too-many', { limit: MAXIMUM_LINES })
  if (!rows.some((row) => row.length > 1)) throw new UnreadableStatement('statement-not-table')
  return { delimiter, rows }
}

function findDelimiter(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter) }))
  const best = scored.toSorted((one, other) => other.score - one.score)[0]!
  if (best.score === 0) throw new UnreadableStatement('statement-not-table')
  return best.delimiter
}

/** How many of the first rows have the commonest width, weighed by that width. */
function scoreOf(text: string, delimiter: Delimiter): number {
  let rows: string[][]
  try {
    rows = rowsOf(text, delimiter, LOOKED_AT)
  } catch {
    return 0
  }
  const widths = Map.groupBy(
    rows.filter((row) => row.length > 1),
    (row) => row.length,
  )
  return Math.max(0, ...[...widths].map(([width, own]) => own.length * Math.min(width, 12)))
}

function rowsOf(text: string, delimiter: Delimiter, atMost?: number): string[][] {
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      record_delimiter: ['\r\n', '\n', '\r'],
      ...(atMost ? { to: atMost } : {}),
    })
    return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableStatement('statement-not-table')
    throw error
  }
}

/** Which row heads the table: the first of the widest among the first rows. */
export function headRowOf({ rows }: Table): number {
  const first = rows.slice(0, LOOKED_AT)
  const filled = (row: string[]) => row.filter((cell) => cell.trim() !== '').length
  const widest = Math.max(...first.map(filled))
  return Math.max(
    0,
    first.findIndex((row) => filled(row) >= Math.max(2, widest - 1)),
  )
}
