import type { Problem, ReadingNote } from '#app/calendar/reading/read-entry.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Flag, SessionsTable } from '#db/schema.ts'

/** A session as the programme has it. */
export type StoredSession = Pick<
  SessionsTable,
  'id' | 'kind' | 'title' | 'abstract' | 'heldOn' | 'startsTime' | 'endsTime' | 'startsAt' | 'endsAt' | 'room'
> & { trackId: string | null; importUid: string | null; isPublic: Flag }

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

export type ChangedField = 'title' | 'when' | 'room' | 'track' | 'abstract' | 'public'

export interface Change {
  field: ChangedField
  /** As it is shown; a time as `2027-06-14 09:00–10:30 UTC+2`, '' for nothing. */
  from: string
  to: string
}

/** Why an entry cannot become a session: `programme.problem.CODE`. */
export interface ImportProblem {
  code: Problem['code'] | 'all-day' | 'outside' | 'over-midnight' | 'title-long' | 'room-long' | 'abstract-long'
  details?: Record<string, string | number>
}

export type Planned =
  | { is: 'new'; importUid: string; kind: SessionsTable['kind']; fields: SessionFields }
  | { is: 'changed'; sessionId: string; fields: SessionFields; changes: Change[] }
  | { is: 'same'; sessionId: string }
  | { is: 'removed'; sessionId: string }
  | { is: 'refused'; problem: ImportProblem }
  /** Nothing to do: called off before we knew of it, or the event itself. */
  | { is: 'left-out'; why: 'cancelled' | 'event' }

export type PlannedEntry = Planned & {
  line: number
  title: string
  /** When it is, as in a `Change`; '' where that is not known. */
  when: string
  notes: ReadingNote[]
}

export interface ImportPlan {
  entries: PlannedEntry[]
  /** Sessions of an earlier import that the file has no more. */
  gone: { id: string; title: string; when: string }[]
  others: number
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
