import type { Instant } from '#app/values/moment.ts'

/** What finding and counting know of an event. */
export interface EventFacts {
  id: string
  /** By which search means it; null while no word of it is written. */
  number: number | null
  isVisible: boolean
  firstOn: string
  lastOn: string
  endsAt: Instant
  /** To be held, and nobody knows when. */
  isPostponed: boolean
  /** While applications for scholarships are taken; null: never. */
  scholarship: { from: Instant | null; until: Instant } | null
  hostId: string | null
  seriesId: string
  country: string | null
  format: string
  level: string | null
  isFree: boolean
  languages: string[]
  topics: string[]
}
