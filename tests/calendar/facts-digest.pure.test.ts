import { expect, test } from 'vitest'
import { type CalendarEvent, eventEntry } from '#app/calendar/event-entry.ts'
import { eventDigest, isComparable, NEVER_SHOWN, sessionDigest, WITHDRAWN } from '#app/calendar/facts-digest.ts'
import { type CalendarSession, sessionEntry } from '#app/calendar/session-entry.ts'

const NOW = '2026-11-21T12:00:00.000Z'

const EVENT: CalendarEvent & { language: string; seriesId: string } = {
  id: 'one',
  slug: 'one',
  status: 'published',
  postponedAt: null,
  isSample: 0,
  format: 'hybrid',
  startsOn: '2027-06-14',
  endsOn: '2027-06-14',
  startsTime: '09:00',
  endsTime: '17:00',
  startsAt: '2027-06-14T07:00:00.000Z',
  endsAt: '2027-06-14T15:00:00.000Z',
  zone: 'Africa/Kigali',
  country: 'RW',
  city: 'Kigali',
  venue: 'Hall',
  address: 'Road 1',
  latitude: 0,
  longitude: 0,
  onlineUrl: 'https://e.org/',
  isJoinPublic: 1,
  areRoomsPublic: 1,
  sequence: 0,
  createdAt: NOW,
  updatedAt: NOW,
  calendarAt: NOW,
  title: 'Title',
  summary: 'Summary',
  seriesName: 'NTW',
  language: 'en',
  seriesId: 'ntw',
}

const SESSION: CalendarSession = {
  id: 'session',
  title: 'Talk',
  abstract: 'About it.',
  startsAt: '2027-06-14T07:00:00.000Z',
  endsAt: '2027-06-14T08:00:00.000Z',
  room: 'Hall A',
  isStreamed: 1,
  streamUrl: null,
  sequence: 0,
  updatedAt: NOW,
  calendarAt: NOW,
  people: ['Ng'],
}

const TEXTS = [{ language: 'en', title: 'Title', summary: 'Summary' }]
const NAMES = [{ language: 'en', shortName: 'NTW' }]

/** What an entry has of its version, not of its facts; titles and names are in the texts beside it. */
const VERSION = ['id', 'sequence', 'createdAt', 'updatedAt', 'calendarAt']
const TEXT = ['title', 'summary', 'seriesName']

/** The properties that writing entries looks at, whatever the event is like and whoever reads. */
function lookedAt<T extends object>(given: T, write: (value: T) => unknown): string[] {
  const names = new Set<string>()
  const watched = new Proxy(given, {
    get: (target, name) => {
      names.add(String(name))
      return target[name as keyof T]
    },
  })
  write(watched)
  return [...names]
}

const READER = { baseUrl: 'https://e.org', language: 'en', audience: 'public' } as const
const LIKE: Partial<CalendarEvent>[] = [
  {},
  { endsTime: null },
  { startsTime: null },
  { format: 'online' },
  { status: 'cancelled' },
  { postponedAt: NOW },
]

test('a digest knows everything that the entry of an event is written of', () => {
  const names = LIKE.flatMap((like) => lookedAt({ ...EVENT, ...like }, (event) => eventEntry(event, READER)))
  const facts = [...new Set(names)].filter((name) => !VERSION.includes(name) && !TEXT.includes(name))
  expect(facts.length).toBeGreaterThanOrEqual(20)
  const before = eventDigest(EVENT, TEXTS, NAMES)
  const unknown = facts.filter((name) => eventDigest({ ...EVENT, [name]: 'other' }, TEXTS, NAMES) === before)
  expect(unknown).toEqual([])
  for (const text of [{ title: 'Other' }, { summary: 'Other' }, { language: 'fr' }])
    expect(eventDigest(EVENT, [{ ...TEXTS[0]!, ...text }], NAMES)).not.toBe(before)
  expect(eventDigest(EVENT, TEXTS, [{ language: 'en', shortName: 'Other' }])).not.toBe(before)
})

test('and everything that the entry of a session is written of, its event included', () => {
  const ofEvent = LIKE.flatMap((like) =>
    lookedAt({ ...EVENT, ...like }, (event) => sessionEntry(SESSION, event, READER)),
  )
  const digest = (session = SESSION, event = EVENT) => sessionDigest(session, session.people, event, TEXTS, NAMES)
  const before = digest()
  const facts = [...new Set(ofEvent)].filter((name) => !VERSION.includes(name) && !TEXT.includes(name))
  expect(facts.filter((name) => digest(SESSION, { ...EVENT, [name]: 'other' }) === before)).toEqual([])
  const own = lookedAt(SESSION, (session) => sessionEntry(session, EVENT, READER))
  const ownFacts = own.filter((name) => !VERSION.includes(name))
  expect(ownFacts.filter((name) => digest({ ...SESSION, [name]: ['other'] }) === before)).toEqual([])
})

test('what only its own entry shows leaves sessions alone, and the moment of postponing is no fact', () => {
  const digest = (event = EVENT) => sessionDigest(SESSION, SESSION.people, event, TEXTS, NAMES)
  for (const own of [{ address: 'Road 2' }, { country: 'KE' }, { startsOn: '2027-06-13' }, { latitude: 1 }])
    expect(digest({ ...EVENT, ...own })).toBe(digest())
  const postponed = { ...EVENT, postponedAt: NOW }
  expect(digest({ ...EVENT, postponedAt: '2027-01-01T00:00:00.000Z' })).toBe(digest(postponed))
})

test('marks are no digests', () => {
  expect([NEVER_SHOWN, WITHDRAWN, '?', '0:old'].map(isComparable)).toEqual([false, false, false, false])
  expect(isComparable(eventDigest(EVENT, TEXTS, NAMES))).toBe(true)
  expect(eventDigest(EVENT, TEXTS, NAMES).length).toBeLessThanOrEqual(64)
})
