import type { CalendarEntry } from './calendar-entry.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

/** A moment by which something is to be done, or from which on something can be done. */
export interface DeadlineFacts {
  /** `deadline-ID-KIND`; it never changes. */
  uid: string
  sequence: number
  updatedAt: Instant
  at: Instant
  /** Whether one has until then, or can begin then. */
  is: 'end' | 'beginning'
  /** Where its clock hangs. */
  zone: string
  summary: string
  description: string
  url: string
  /** It no longer holds. */
  isOff: boolean
}

/** So long is its entry: to be seen in a day view, and little enough not to be taken for an appointment. */
const MINUTES = 30

/**
 * A deadline as an entry of a calendar. It ends at the deadline, so that nobody who sees it reads a time that is
 * already too late; what opens begins with its opening. Nobody is busy for it, and the reader's own calendar decides
 * whether it rings: no VALARM, which Apple's calendar has refused whole files for.
 */
export function deadlineEntry({ at, is, zone, isOff, ...facts }: DeadlineFacts): CalendarEntry {
  const [startsAt, endsAt] = is === 'end' ? [addMinutes(at, -MINUTES), at] : [at, addMinutes(at, MINUTES)]
  return {
    ...facts,
    createdAt: null,
    when: { startsAt, endsAt, zone },
    location: null,
    geo: null,
    conference: null,
    status: isOff ? 'CANCELLED' : 'CONFIRMED',
    isBusy: false,
    categories: [],
  }
}
