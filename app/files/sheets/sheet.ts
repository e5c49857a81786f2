/**
 * What a spreadsheet says, as text. Row `n` of the file is `rows[n - 1]`: empty rows between others are there, as rows
 * without cells; empty cells at the end of a row and empty rows at the end of the file are not.
 */
export interface Sheet {
  rows: string[][]
  /** Cells that hold a formula (counted from 0). In `rows` stands what it last came to, which may be out of date. */
  formulas: { row: number; column: number }[]
}

export interface SheetLimits {
  /** With the head. */
  rows: number
  columns: number
}

/** As spreadsheet programs have it. */
export const LONGEST_CELL = 32_767
