import { expect, test } from 'vitest'
import type { CalendarEvent } from '#app/calendar/event-entry.ts'
import { type CalendarSession, sessionEntry } from '#app/calendar/session-entry.ts'
import { NOW } from '#tests/support/now.ts'

const SESSION = {
  id: 's',
  title: 'Talk',
  abstract: '',
  startsAt: '2027-06-14T07:00:00.000Z',
  endsAt: '2027-06-14T08:00:00.000Z',
  room: null,
  isStreamed: 1,
  streamUrl: 'https://stream.example/1',
  sequence: 0,
  updatedAt: NOW,
  calendarAt: NOW,
  people: [],
} satisfies CalendarSession

const EVENT = {
  slug: 'e',
  title: 'Event',
  status: 'published',
  postponedAt: null,
  isSample: 0,
  format: 'hybrid',
  zone: 'Africa/Kigali',
  onlineUrl: 'https://room.example/',
  isJoinPublic: 1,
  areRoomsPublic: 1,
} as unknown as CalendarEvent

const joinOf = (audience: 'public' | 'participants', given: Partial<CalendarSession> = {}, event = EVENT) => {
  const reader = { baseUrl: 'https://e.org', language: 'en', audience } as const
  const { conference, description } = sessionEntry({ ...SESSION, ...given }, event, reader)
  return [conference?.url ?? null, /stream\.example/.test(description)]
}

test('the stream of a session is in the calendars of participants, and in no other', () => {
  expect(joinOf('participants')).toEqual(['https://stream.example/1', true])
  expect(joinOf('public')).toEqual(['https://room.example/', false])
  expect(joinOf('participants', { isStreamed: 0 })).toEqual([null, false])
  expect(joinOf('participants', { streamUrl: null })).toEqual(['https://room.example/', false])
  expect(joinOf('participants', {}, { ...EVENT, status: 'cancelled' })).toEqual([null, false])
})
