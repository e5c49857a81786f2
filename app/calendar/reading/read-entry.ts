import type { Instant } from '#app/values/moment.ts'

/** Why an entry cannot be taken, as a word of the catalogues: `programme.problem.CODE`. */
export interface Problem {
  code:
    | 'unreadable'
    | 'no-uid'
    | 'no-title'
    | 'no-start'
    | 'time-unreadable'
    | 'time-skipped'
    | 'zone-unknown'
    | 'end-kind'
    | 'ends-before'
    | 'repeats-otherwise'
    | 'repeats-outside'
    | 'from-here-on'
    | 'twice'
  details?: Record<string, string | number>
}

/** What was read in a way that its reader should know of: `programme.note.CODE`. */
export interface ReadingNote {
  code: 'floating' | 'no-end' | 'seconds' | 'time-twice' | 'zone-differs' | 'zone-of-file' | 'repeats'
  details?: Record<string, string | number>
}

/** One entry of somebody else's calendar, or one occurrence of an entry that repeats. Nothing of it is guessed. */
export interface ReadEntry {
  /** The line of the file on which it begins. */
  line: number
  uid: string
  /** Of an entry that repeats, the moment of this occurrence as it was planned at first; else ''. */
  occurrence: string
  /** Moments, or whole days of which the last one is included; null where there is a problem. */
  when: { startsAt: Instant; endsAt: Instant } | { startsOn: string; endsOn: string } | null
  title: string
  /** Null where the file says nothing about it. */
  description: string | null
  location: string | null
  categories: string[]
  isPrivate: boolean
  isCancelled: boolean
  notes: ReadingNote[]
  problem: Problem | null
}

export interface ReadCalendar {
  entries: ReadEntry[]
  /** Tasks, journals and other parts that are no entries. */
  others: number
}

/** What makes a file unreadable as a whole. */
export type Unreadable =
  | 'calendar-not-utf8'
  | 'calendar-none'
  | 'calendar-broken'
  | 'calendar-cut-off'
  | 'calendar-empty'
  | 'calendar-too-many'

export class UnreadableCalendar extends Error {
  readonly code: Unreadable
  readonly line: number

  constructor(code: Unreadable, line = 0) {
    super(`${code} at line ${line}`)
    this.name = 'UnreadableCalendar'
    this.code = code
    this.line = line
  }
}

/** The most entries of one file, occurrences counted. */
export const MOST_ENTRIES = 2000
