import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type CalendarEvent, eventEntry } from '#app/calendar/event-entry.ts'
import { type CalendarSession, sessionEntry } from '#app/calendar/session-entry.ts'
import { FORMAT, mannerOf, stampOf } from '#app/calendar/text-stamp.ts'
import { writeEntry } from '#app/calendar/write-calendar.ts'

const MOMENT = '2027-06-14T07:00:00.000Z'
const SITE = { baseUrl: 'https://e.org', uidDomain: 'e.org', language: 'en' as const }

const EVENT: CalendarEvent = {
  id: 'specimen',
  slug: 'specimen',
  status: 'published',
  postponedAt: null,
  isSample: 1,
  format: 'hybrid',
  startsOn: '2027-06-14',
  endsOn: '2027-06-14',
  startsTime: '09:00',
  endsTime: '10:00',
  startsAt: MOMENT,
  endsAt: '2027-06-14T08:00:00.000Z',
  zone: 'Europe/Berlin',
  country: 'DE',
  city: 'Berlin',
  venue: 'Hall',
  address: 'Street 1',
  latitude: 52.5,
  longitude: 13.4,
  onlineUrl: 'https://example.org/join',
  isJoinPublic: 1,
  areRoomsPublic: 1,
  sequence: 1,
  createdAt: MOMENT,
  updatedAt: MOMENT,
  calendarAt: MOMENT,
  title: 'Title, with; signs',
  summary: 'Summary',
  seriesName: 'Series',
}

const SESSION: CalendarSession = {
  id: 'specimen',
  title: 'Session',
  abstract: 'Abstract',
  startsAt: MOMENT,
  endsAt: '2027-06-14T08:00:00.000Z',
  room: 'Room',
  isStreamed: 1,
  streamUrl: null,
  sequence: 1,
  updatedAt: MOMENT,
  calendarAt: MOMENT,
  people: ['One', 'Another'],
}

const stamped = (site: Parameters<typeof mannerOf>[0]) => (owner: Parameters<typeof stampOf>[1]) =>
  stampOf(mannerOf(site), owner)

const EVENTS: CalendarEvent[] = [
  EVENT,
  { ...EVENT, endsTime: null },
  { ...EVENT, status: 'cancelled' },
  { ...EVENT, postponedAt: MOMENT },
  { ...EVENT, format: 'online', isJoinPublic: 0, areRoomsPublic: 0 },
  { ...EVENT, format: 'onsite', startsTime: null, endsTime: null, endsOn: '2027-06-18' },
]

test('whoever changes how entries are written raises FORMAT, or kept texts stay as they were', () => {
  const hash = createHash('sha256')
  for (const event of EVENTS)
    for (const entry of [eventEntry(event, SITE), sessionEntry(SESSION, event, SITE)])
      if (entry) {
        // How days are written is the runtime's affair, and its version is in every stamp.
        const description = entry.description.replaceAll(/^.*\b(June)\b.*$/gm, 'days')
        hash.update(JSON.stringify(writeEntry({ ...entry, description }, 'e.org')))
      }
  expect([FORMAT, hash.digest('base64url').slice(0, 16)]).toEqual([1, 'd1kRVcovVhfecmXP'])
})

test('a stamp is another for another site, language, version or moment, and fits its column', () => {
  const owner = { sequence: 1, calendarAt: MOMENT, updatedAt: MOMENT }
  const stamps = [
    stamped(SITE)(owner),
    stamped({ ...SITE, baseUrl: 'https://f.org' })(owner),
    stamped({ ...SITE, uidDomain: 'f.org' })(owner),
    stamped({ ...SITE, language: 'fr' })(owner),
    stamped(SITE)({ ...owner, sequence: 2 }),
    stamped(SITE)({ ...owner, calendarAt: '2027-06-14T07:00:00.001Z' }),
    stamped(SITE)({ ...owner, sequence: 2 ** 31 }),
  ]
  expect(new Set(stamps).size).toBe(stamps.length)
  expect(Math.max(...stamps.map((stamp) => stamp.length))).toBeLessThanOrEqual(64)
  expect(stamped(SITE)({ ...owner, calendarAt: null })).toBe(stamps[0])
})
