import type { Paper } from './file-style.ts'

/** A text that is made smaller until it fits. */
export interface TightText {
  fit: string
}

/** Some pages of a list on paper, as the typesetter is given them. */
export interface ListSheet {
  title: string
  event: string
  when: string
  language: string
  isRightToLeft: boolean
  paper: Paper
  isWide: boolean
  /** As shares of the width. */
  widths: number[]
  columns: string[]
  /** What stands at the foot of every page, and the words about what is not on paper. */
  footer: string
  notice: string
  /** Whether it is the whole list: then readers for the blind are told what is a row and what a head. */
  isWhole: boolean
  pages: { number: string; rows: (string | TightText | ListName)[][] }[]
  /** What a list that lacks somebody says at its end; '' for a whole one. */
  missing: string
}

/** A name, with the one in Latin letters below. */
export interface ListName {
  name: string | TightText
  below: string
}

/** Sets lists in type: the port that the typesetter's adapter implements. */
export interface ListPrinter {
  /** A PDF of these pages, with nothing that `joinPdfs` cannot join. */
  list(sheet: ListSheet): Promise<Uint8Array>
}
