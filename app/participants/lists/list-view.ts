/** How a cell of a list is typed: files that know types (XLSX, JSON) keep it. */
export type ListColumnKind = 'text' | 'number' | 'day' | 'yesno'

/** A column as its reader may see it, headed in the reader's language. */
export interface ListColumn {
  /** Stable, for machines: `fullName`, `answer:CODE`, `day:2027-06-14`. */
  key: string
  label: string
  kind: ListColumnKind
}

/** '' where there is nothing; a number for `number`; `yes` or `no` for `yesno`; `2027-06-14` for `day`. */
export type ListCell = string | number

/**
 * A participant list as one reader may see it for one purpose, ready to be written in any form. `ids` are fixed when it is
 * asked for, in the order of the list; `rows` reads some of them, in that order, at most 5,000 at once. A registration that
 * has left the list meanwhile is null in its place, so that nobody is skipped and nobody comes twice.
 */
export interface ListView {
  columns: ListColumn[]
  ids(): Promise<string[]>
  rows(ids: string[]): Promise<(ListCell[] | null)[]>
}
