import type { ShownMaterial } from './sessions/session-extras.server.ts'
import type { Instant } from '#app/values/moment.ts'

/** What stands over every page of a public programme. */
export interface ProgrammeHead {
  eventId: string
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
  areRoomsPublic: boolean
  /** The newest version that was released. */
  version: { number: number; releasedAt: Instant } | null
}

/** A public programme as its page shows it. */
export interface ProgrammeView extends ProgrammeHead {
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
  interpretation: string[]
  heldOn: string
  startsTime: string
  endsTime: string
  startsAt: Instant
  room: string | null
  isStreamed: boolean
  takesSignUps: boolean
  capacity: number | null
  trackCode: string | null
  people: { role: string; fullName: string; affiliation: string | null }[]
  /** Those that everybody may see. */
  materials: ShownMaterial[]
}

/** Of more sessions than these, a page shows one day. */
const MOST_AT_ONCE = 40

/** The sessions of one track together with those that are for everybody; all of them without a track. */
export function sessionsOfTrack(sessions: ProgrammeSession[], track: string | null): ProgrammeSession[] {
  return track === null ? sessions : sessions.filter(({ trackCode }) => trackCode === null || trackCode === track)
}

/** Which day a page shows: the one that was asked for; of a large programme today, or else the first; null: all days. */
export function shownDay(
  sessions: ProgrammeSession[],
  { asked, today }: { asked: string | null; today: string },
): string | null {
  const days = daysOf(sessions)
  if (asked === 'all' || days.length < 2) return null
  if (asked !== null && days.includes(asked)) return asked
  if (sessions.length <= MOST_AT_ONCE) return null
  return days.includes(today) ? today : days[0]!
}

export function daysOf(sessions: { heldOn: string }[]): string[] {
  return [...new Set(sessions.map(({ heldOn }) => heldOn))].toSorted()
}
