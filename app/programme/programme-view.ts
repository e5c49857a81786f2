import type { Instant } from '#app/values/moment.ts'

/** A public programme as its page shows it. */
export interface ProgrammeView {
  slug: string
  title: string
  titleLanguage: string
  mark: 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain'
  seriesSlug: string
  seriesName: string
  city: string | null
  zone: string
  startsAt: Instant
  isCancelled: boolean
  isPostponed: boolean
  tracks: { code: string; title: string; language: string }[]
  sessions: ProgrammeSession[]
}

export interface ProgrammeSession {
  id: string
  code: string | null
  kind: string
  title: string
  abstract: string
  language: string | null
  heldOn: string
  startsTime: string
  endsTime: string
  room: string | null
  isStreamed: boolean
  trackCode: string | null
  people: { role: string; fullName: string; affiliation: string | null }[]
}

/** The sessions of one track together with those that are for everybody; all of them without a track. */
export function sessionsOfTrack(sessions: ProgrammeSession[], track: string | null): ProgrammeSession[] {
  return track === null ? sessions : sessions.filter(({ trackCode }) => trackCode === null || trackCode === track)
}
