import type { Instant } from '#app/values/moment.ts'

/** One entry of a calendar, before it is written. Times are moments, or whole days of which the last one is included. */
export interface CalendarEntry {
  /** `event-ID` or `session-ID`; with the installation's domain behind it, it never changes. */
  uid: string
  sequence: number
  createdAt: Instant | null
  updatedAt: Instant
  when: { startsAt: Instant; endsAt: Instant } | { startsOn: string; endsOn: string }
  summary: string
  description: string
  location: string | null
  geo: { latitude: number; longitude: number } | null
  url: string
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Whether it takes the reader's time; what is only announced does not. */
  isBusy: boolean
  categories: string[]
}

export interface CalendarFile {
  name: string
  /** Where this very file is kept current; a subscription needs it, an attachment has none. */
  sourceUrl: string | null
  entries: CalendarEntry[]
}
