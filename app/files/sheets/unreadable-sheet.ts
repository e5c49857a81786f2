/** Why a spreadsheet could not be read; each has its sentence in the catalogues (`refusal`). */
export type SheetFault =
  | 'sheet-type'
  | 'sheet-broken'
  | 'sheet-empty'
  | 'sheet-encoding'
  | 'sheet-quote'
  | 'sheet-rows'
  | 'sheet-columns'
  | 'sheet-cell'
  | 'sheet-unpacked'

/** A file that is no spreadsheet, a damaged one, or one that is too large; `line` counts from 1 where one is to blame. */
export class UnreadableSheet extends Error {
  readonly code: SheetFault
  readonly line: number | undefined
  /** What the sentence says the limit is. */
  readonly limit: number | undefined

  constructor(code: SheetFault, { line, limit }: { line?: number; limit?: number } = {}) {
    super(code)
    this.code = code
    this.line = line
    this.limit = limit
  }
}
