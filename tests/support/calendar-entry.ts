import type { CalendarEntry } from '#app/calendar/calendar-entry.ts'
import { writeCalendar } from '#app/calendar/write-calendar.ts'

export function givenEntry(given: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'event-0193a1b2-0000-7000-8000-000000000001',
    sequence: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-02-03T04:05:06.000Z',
    when: { startsOn: '2027-02-01', endsOn: '2027-02-05' },
    summary: 'Routing workshop',
    description: 'Five days of practice.\n\nhttps://e.org/events/x',
    location: 'Kigali, Rwanda',
    geo: { latitude: -1.9441, longitude: 30.0619 },
    url: 'https://e.org/events/x',
    conference: null,
    status: 'CONFIRMED',
    isBusy: false,
    categories: ['NTW'],
    ...given,
  }
}

export function written(...entries: Partial<CalendarEntry>[]): string {
  return writeCalendar({ name: 'Events', sourceUrl: null, entries: entries.map(givenEntry) }, 'plenary.example')
}
