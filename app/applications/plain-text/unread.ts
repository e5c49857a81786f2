/** Why something of a text form could not be understood: a key under `textForm.why`. */
export type Why =
  | 'marker' // a name in brackets that no question has
  | 'twice' // the same question again
  | 'option' // none of the options
  | 'one-only' // more than one marked where one is to be
  | 'line' // a line that belongs to no row
  | 'level' // none of the levels
  | 'date'
  | 'country'
  | 'number'
  | 'email'
  | 'file' // a file cannot be written here
  | 'stray' // belongs to no question

/** Something that was not understood; it is kept as it stood. */
export interface Unread {
  /** Counted from 1. */
  line: number
  /** The question it stood under; null where it belongs to none. */
  marker: string | null
  text: string
  why: Why
  /** What was perhaps meant. */
  suggestion: string | null
}
