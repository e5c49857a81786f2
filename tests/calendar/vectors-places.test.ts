import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenAt, linesOf, readAgreed, SITE } from './given-at.ts'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { testServices } from '#tests/support/app.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

const HOUR = [['2027-02-01', '09:00'], ['2027-02-01', '10:00']] as [[string, string], [string, string]] // prettier-ignore
const LINK = 'https://meet.example.org/room?a=1,2'

test('A.7 #48: online only, with the way in when everybody may know it', async () => {
  const online = { format: 'online', venue: null, city: null, country: null, onlineUrl: LINK } as const
  const open = await readAgreed(db, [await givenAt(db, 'UTC', ...HOUR, { ...online, isJoinPublic: 1 })])
  expect(linesOf(open.body, 'CONFERENCE')).toEqual([`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Join":${LINK}`])
  expect([open.events[0]!.location, linesOf(open.body, 'GEO')]).toEqual(['Online', []])
  const closed = await readAgreed(db, [await givenAt(db, 'UTC', ...HOUR, online)])
  expect(closed.whole).not.toContain('meet.example.org')
  const french = await readAgreed(db, [await givenAt(db, 'UTC', ...HOUR, { ...online, isJoinPublic: 1 })], {
    ...SITE,
    language: 'fr' as 'en',
  })
  expect(french.events[0]!.location).toBe('En ligne')
  expect(linesOf(french.body, 'CONFERENCE')[0]).toMatch(/LABEL="[^"]+":/)
})

test('A.7 #49: on site and online, at the equator too', async () => {
  const hybrid = { format: 'hybrid', onlineUrl: LINK, isJoinPublic: 1, latitude: 0, longitude: 0 } as const
  const { body, events } = await readAgreed(db, [await givenAt(db, 'UTC', ...HOUR, hybrid)])
  expect(events[0]!.location).toBe('Example University, Kigali, Rwanda')
  expect(linesOf(body, 'GEO')).toEqual(['GEO:0;0'])
  expect(linesOf(body, 'CONFERENCE')).toHaveLength(1)
  expect(events[0]!.description).toContain('Example University, Kigali, Rwanda')
  expect(events[0]!.description).toContain(LINK)
})

test('A.7 #51: twelve sessions, two of equal title and time, are twelve entries', async () => {
  const event = await givenAt(db, 'Africa/Kigali', ['2027-06-14'], ['2027-06-14'])
  const session = { day: '2027-06-14', from: '09:00', to: '10:00', title: 'The same' }
  for (let more = 2; more > 0; more--) await givenSession(db, event.id, session)
  for (let hour = 10; hour < 20; hour++)
    await givenSession(db, event.id, { ...session, from: `${hour}:00`, to: `${hour}:45`, title: `At ${hour}` })
  const calendar = await programmeCalendar(db, SITE, { eventId: event.id, address: '/programme.ics' })
  const { events } = await expectAgreement(calendar!.body)
  expect(events).toHaveLength(12)
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(12)
  expect(events.filter(({ summary }) => summary === 'The same').map(({ start }) => start)).toEqual([
    '2027-06-14T07:00:00Z',
    '2027-06-14T07:00:00Z',
  ])
  expect(linesOf(calendar!.body, 'TZID')).toEqual(['TZID:Africa/Kigali'])
})
