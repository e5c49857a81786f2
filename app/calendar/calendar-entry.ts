import type { Instant } from '#app/values/moment.ts'

/** One entry of a calendar, before it is written. Times are moments, or whole days of which the last one is included. */
export interface CalendarEntry {
  /** `event-ID`, `session-ID` or `deadline-ID-KIND`; with the installation's domain behind it, it never changes. */
  uid: string
  sequence: number
  createdAt: Instant | null
  /** LAST-MODIFIED and, as RFC 5545 (3.8.7.2) has it for files without METHOD, DTSTAMP. */
  updatedAt: Instant
  /** `zone` is where its clock hangs: it is written in local time where that is safe, and in UTC where not. */
  when: { startsAt: Instant; endsAt: Instant; zone: string } | { startsOn: string; endsOn: string }
  summary: string
  description: string
  location: string | null
  geo: { latitude: number; longitude: number } | null
  url: string
  /** Where one takes part from afar; only in files of those who may know. `label` is a word for a button. */
  conference: { url: string; label: string } | null
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Whether it takes the reader's time; what is only announced does not. */
  isBusy: boolean
  categories: string[]
}

/** An entry as it stands in a file: from `BEGIN:VEVENT` to the end of its last line, and the zones that it names. */
export interface EntryText {
  text: string
  zones: string[]
  /** When what it says last changed. */
  updatedAt: Instant
}

export interface CalendarFile {
  name: string
  /** Where this very file is kept current; a subscription needs it, an attachment has none. */
  sourceUrl: string | null
  entries: CalendarEntry[]
}

/** What goes by mail to one person and asks their calendar to keep itself current (RFC 5546). */
export interface Invitation {
  method: 'REQUEST' | 'CANCEL'
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}
