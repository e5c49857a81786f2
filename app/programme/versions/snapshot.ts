import type { Instant } from '#app/values/moment.ts'

/** A public programme at one moment, as a version keeps it: all that the public reads, but long texts by their hash. */
export interface Snapshot {
  zone: string
  sessions: SnapshotSession[]
}

export interface SnapshotSession {
  id: string
  code: string | null
  kind: string
  title: string
  language: string | null
  /** Languages, with commas between. */
  interpretation: string
  heldOn: string
  startsTime: string
  endsTime: string
  startsAt: Instant
  endsAt: Instant
  room: string | null
  isStreamed: boolean
  /** The code of its track; null: it is for everybody. */
  track: string | null
  people: SnapshotPerson[]
  /** Stands for the description. */
  abstract: string
}

export interface SnapshotPerson {
  role: string
  fullName: string
  affiliation: string | null
}

/** As those see it who may not know the rooms. */
export function withoutRooms({ sessions, ...snapshot }: Snapshot): Snapshot {
  return { ...snapshot, sessions: sessions.map((session) => ({ ...session, room: null })) }
}
