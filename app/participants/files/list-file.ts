import type { FileStyle } from './file-style.ts'
import type { ListCell, ListColumn } from '../lists/list-view.ts'
import type { Language } from '#app/locales/languages.ts'
import type { Instant } from '#app/values/moment.ts'

/** What a file says about itself. */
export interface ListFile {
  columns: ListColumn[]
  event: { slug: string; title: string; startsOn: string; endsOn: string; zone: string }
  purpose: string
  /** How many people are on the list. */
  count: number
  language: Language
  /** When it was asked for: who is on it was fixed then. */
  madeAt: Instant
  style: FileStyle
}

/** How the reading of a list came to its end: how many were written of how many, and what went wrong. */
export interface ListEnd {
  written: number
  of: number
  fault: Error | null
}

export type ListRows = AsyncGenerator<ListCell[][], ListEnd>

/** Makes a file of the rows as they come, and closes it so that it says at its end whether anybody is missing. */
export type ListWriter = (rows: ListRows, file: ListFile) => AsyncGenerator<string | Uint8Array, ListEnd>
