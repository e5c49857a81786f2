import { LONGEST_CELL, type Sheet, type SheetLimits } from './sheet.ts'
import { UnreadableSheet } from './unreadable-sheet.ts'

export interface RowGatherer {
  /** A row of the file, counted from 0. Rows come in their order; those that are left out are empty. */
  add: (row: number, cells: string[]) => void
  addFormula: (row: number, column: number) => void
  sheet: () => Sheet
}

/** Puts the rows of a file together, whatever wrote it, and refuses one that is too large where it becomes so. */
export function gatherRows(limits: SheetLimits): RowGatherer {
  const rows: string[][] = []
  const formulas: Sheet['formulas'] = []
  return {
    add(row, cells) {
      const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
      if (filled.length === 0) return
      if (row >= limits.rows) throw new UnreadableSheet('sheet-rows', { limit: limits.rows })
      if (filled.length > limits.columns)
        throw new UnreadableSheet('sheet-columns', { line: row + 1, limit: limits.columns })
      if (filled.some((cell) => cell.length > LONGEST_CELL))
        throw new UnreadableSheet('sheet-cell', { line: row + 1, limit: LONGEST_CELL })
      while (rows.length < row) rows.push([])
      rows[row] = Array.from(filled, (cell) => cell ?? '')
    },
    addFormula: (row, column) => void formulas.push({ row, column }),
    sheet: () => ({ rows, formulas: formulas.filter(({ row }) => row < rows.length) }),
  }
}
