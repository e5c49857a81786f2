import type { ImportProblem } from './import-problem.ts'
import type { ReadingNote } from '#app/calendar/reading/read-entry.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Flag, SessionPeopleTable, SessionsTable } from '#db/schema.ts'

/** A session as the programme has it. */
export type StoredSession = Pick<
  SessionsTable,
  | 'id'
  | 'code'
  | 'kind'
  | 'title'
  | 'abstract'
  | 'language'
  | 'heldOn'
  | 'startsTime'
  | 'endsTime'
  | 'startsAt'
  | 'endsAt'
  | 'room'
> & {
  trackId: string | null
  importUid: string | null
  isPublic: Flag
  isStreamed: Flag
  startsLater: Flag
  endsLater: Flag
  interpretation: string
  streamUrl: string | null
  capacity: number | null
  signedUp: number
  people: SheetPerson[]
  /** People signed up to it, or it has materials: no file removes it. */
  isUsed: boolean
}

/** Somebody of a session, as a spreadsheet has them. */
export interface SheetPerson {
  role: SessionPeopleTable['role']
  fullName: string
  affiliation: string | null
}

/** What a plan is made against. */
export interface ImportFacts {
  event: {
    id: string
    zone: string
    firstOn: string
    lastOn: string
    startsAt: Instant
    endsAt: Instant
    /** Names of the place as a whole: what is left of a location without them is a room. */
    places: string[]
  }
  tracks: { id: string; code: string; titles: string[] }[]
  sessions: StoredSession[]
}

/** What a file says of a session. */
export interface SessionFields {
  title: string
  abstract: string
  heldOn: string
  startsTime: string
  endsTime: string
  startsAt: Instant
  endsAt: Instant
  startsLater: Flag
  endsLater: Flag
  room: string | null
  trackId: string | null
  isPublic: Flag
}

/** What only a spreadsheet says of a session. */
export interface SheetFields {
  code: string | null
  language: string | null
  interpretation: string
  streamUrl: string | null
  isStreamed: Flag
  capacity: number | null
}

export type ChangedField =
  | 'title'
  | 'when'
  | 'room'
  | 'track'
  | 'abstract'
  | 'public'
  | 'code'
  | 'kind'
  | 'language'
  | 'people'
  | 'interpretation'
  | 'stream'
  | 'capacity'

export interface Change {
  field: ChangedField
  /** As it is shown; a time as `2027-06-14 09:00–10:30 UTC+2`, '' for nothing. */
  from: string
  to: string
}

export type Planned =
  | ({ is: 'new'; importUid: string | null; kind: SessionsTable['kind'] } & Said)
  | ({ is: 'changed'; sessionId: string; changes: Change[]; kind?: SessionsTable['kind'] } & Said)
  | { is: 'same'; sessionId: string }
  | { is: 'removed'; sessionId: string }
  | { is: 'refused'; problems: ImportProblem[] }
  /** Nothing to do: called off before we knew of it, or the event itself. */
  | { is: 'left-out'; why: 'cancelled' | 'event' }

/** What a file says of a session; `sheet` and `people` only where it is a spreadsheet, `people` only where they change. */
interface Said {
  fields: SessionFields
  sheet?: SheetFields
  people?: SheetPerson[]
}

export type PlannedEntry = Planned & {
  line: number
  title: string
  /** When it is, as in a `Change`; '' where that is not known. */
  when: string
  notes: ReadingNote[]
}

export interface ImportPlan {
  entries: PlannedEntry[]
  /** Sessions of an earlier import, or all that a spreadsheet may know, that the file has no more. */
  gone: { id: string; title: string; when: string; isUsed: boolean }[]
  others: number
  /** Of a spreadsheet nothing is taken while one row cannot be. */
  isWhole: boolean
  /** Of all that would be done: whoever applies a plan applies the one that they saw. */
  seen: string
}

export interface ImportTotals {
  added: number
  changed: number
  same: number
  removed: number
  refused: number
  leftOut: number
}

export function totalsOf(entries: { is: Planned['is'] }[]): ImportTotals {
  const count = (is: Planned['is']) => entries.filter((entry) => entry.is === is).length
  return {
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    removed: count('removed'),
    refused: count('refused'),
    leftOut: count('left-out'),
  }
}
