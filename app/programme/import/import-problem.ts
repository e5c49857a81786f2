import type { Problem } from '#app/calendar/reading/read-entry.ts'

/** Why an entry cannot become a session: `programme.problem.CODE`. */
export interface ImportProblem {
  code:
    | Problem['code']
    | 'all-day'
    | 'outside'
    | 'over-midnight'
    | 'title-long'
    | 'room-long'
    | 'abstract-long'
    | 'used'
    | SheetProblem
  details?: Record<string, string | number>
}

/** Of a cell of a spreadsheet; `column` is its name as `release.column` has it. */
export type SheetProblem =
  | 'cell-formula'
  | 'cell-missing'
  | 'cell-long'
  | 'cell-day'
  | 'cell-day-either'
  | 'cell-time'
  | 'cell-time-either'
  | 'cell-track'
  | 'cell-kind'
  | 'cell-role'
  | 'cell-name'
  | 'cell-people'
  | 'cell-language'
  | 'cell-url'
  | 'cell-number'
  | 'cell-capacity'
  | 'cell-public'
  | 'id-unknown'
  | 'id-twice'
  | 'code-twice'
