import type { CalendarEntry } from '../calendar-entry.ts'
import { writeCalendar } from '../write-calendar.ts'

/** One deadline as a file to keep. */
export function deadlineFile(entry: CalendarEntry, { uidDomain }: { uidDomain: string }) {
  const body = writeCalendar({ name: entry.summary, sourceUrl: null, entries: [entry] }, uidDomain)
  return { body, updatedAt: entry.updatedAt }
}
