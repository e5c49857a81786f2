import ICAL from 'ical.js'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenDay, readFeeds, valuesOf } from './given-feeds.ts'
import { entriesOfProgramme } from '#app/calendar/entries.server.ts'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { findTrack } from '#app/calendar/queries.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { givenNtw, givenSession } from '#tests/events/event-samples.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import type { Database } from '#db/schema.ts'

const LATER = '2026-11-22T08:00:00.000Z'
const actor = { kind: 'account', id: 'an-account' } as const

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

/** A calendar as another parser reads it, clean in the eyes of the strict one. */
function entriesIn(text: string) {
  expect(icalFaults(text)).toEqual([])
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((entry) => ({
    entry: new ICAL.Event(entry),
    of: (name: string) => entry.getFirstPropertyValue(name)?.toString() ?? null,
    join: entry.getFirstProperty('conference'),
  }))
}

async function theEntry(eventId: string, reader: Parameters<typeof readFeeds>[2] = {}) {
  const [only, ...others] = entriesIn((await readFeeds(db, eventId, reader)).event)
  expect(others).toEqual([])
  return only!
}

describe('one event', () => {
  it('A.7 #28: without an end it has one: an hour later, or the end of its day', async () => {
    const oneDay = { startsOn: '2027-06-14', endsOn: '2027-06-14' }
    const midnight = { startsAt: '2027-06-13T22:00:00.000Z', endsAt: '2027-06-14T22:00:00.000Z' }
    const whole = await givenEvent(db, { ...oneDay, ...midnight })
    const { text: wholeText, values: days } = await times(whole.id)
    expect(days).toEqual(['20270614', '20270615'])
    expect(wholeText).not.toContain('TZID')
    const nine = { startsTime: '09:00', startsAt: '2027-06-14T07:00:00.000Z' }
    const hours = await givenEvent(db, { ...oneDay, ...midnight, ...nine })
    const { entry } = await theEntry(hours.id)
    expect(epochs(entry)).toEqual(['2027-06-14T07:00:00.000Z', '2027-06-14T08:00:00.000Z'])
  })

  it('A.7 #45: cancelled it stays, under its UID and at its time, and says so in three ways', async () => {
    const day = await givenDay(db, { isJoinPublic: 1 })
    const before = await readFeeds(db, day.id)
    expect(await cancelEvent(db, { eventId: day.id, now: LATER, actor })).toMatchObject({ ok: true })
    const after = await readFeeds(db, day.id)
    for (const name of ['UID', 'DTSTART', 'DTEND'])
      expect(valuesOf(after.both, name)).toEqual(valuesOf(before.both, name))
    expect(valuesOf(before.both, 'STATUS')).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED'])
    expect(valuesOf(after.both, 'STATUS')).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
    expect(valuesOf(after.both, 'TRANSP')).toEqual(['TRANSPARENT', 'TRANSPARENT', 'TRANSPARENT'])
    expect(valuesOf(after.both, 'SEQUENCE')).toEqual(['1', '1', '1'])
    expect(valuesOf(after.both, 'CONFERENCE')).toEqual([])
    expect((await theEntry(day.id)).of('summary')).toBe('CANCELLED: Routing workshop')
    expect((await theEntry(day.id, { language: 'fr' })).of('summary')).toBe('ANNULÉ : Routing workshop')
    expect((await theEntry(day.id, { language: 'ar' })).of('summary')).toBe('أُلغيت: Routing workshop')
    expect(valuesOf(after.programme, 'SUMMARY')).toEqual(['CANCELLED: Opening', 'CANCELLED: Lab'])
  })

  it('A.7 #48: online it says so, and has the way in for those who may know it', async () => {
    const online = { format: 'online', venue: null, city: null, country: null } as const
    const day = await givenDay(db, online)
    const stranger = await theEntry(day.id)
    expect([stranger.of('location'), stranger.of('geo'), stranger.join]).toEqual(['Online', null, null])
    expect((await readFeeds(db, day.id)).both).not.toContain('secret-room')
    expect((await theEntry(day.id, { language: 'fr' })).of('location')).toBe('En ligne')

    const known = await theEntry(day.id, { audience: 'participants' })
    expect(known.join?.getFirstValue()).toBe('https://meet.example.org/secret-room')
    expect(known.of('description')).toContain('Join online: https://meet.example.org/secret-room')
    const open = await givenDay(db, { ...online, isJoinPublic: 1 })
    const { event, programme } = await readFeeds(db, open.id)
    expect(event.replaceAll('\r\n ', '')).toContain(
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Join":https://meet.example.org/secret-room',
    )
    expect(valuesOf(programme, 'CONFERENCE')).toHaveLength(2)
  })

  it('A.7 #49: on site and online it has its place, its coordinates and the way in, and names both', async () => {
    const day = await givenDay(db, { isJoinPublic: 1, latitude: 0, longitude: 30.0619 })
    const both = await theEntry(day.id)
    expect(both.of('location')).toBe('Example University, Kigali, Rwanda')
    expect(valuesOf((await readFeeds(db, day.id)).event, 'GEO')).toEqual(['0;30.0619'])
    expect(both.join?.getFirstValue()).toBe('https://meet.example.org/secret-room')
    const lines = both.of('description')!.split('\n')
    expect(lines).toContain('On site: Example University, Kigali, Rwanda. And online.')
    expect(lines).toContain('Join online: https://meet.example.org/secret-room')
    expect(lines.at(-1)).toBe(`https://plenary.test/en/events/${day.slug}`)
    expect((await theEntry(day.id, { language: 'fr' })).of('description')).toContain('Sur place : Example University')
  })

  it('A.7 #53: postponed it stays at its old time as called off; with a new date it is on again', async () => {
    const day = await givenDay(db)
    const before = await readFeeds(db, day.id)
    await change(day.id, { postponedAt: LATER })
    const postponed = await readFeeds(db, day.id)
    for (const name of ['UID', 'DTSTART', 'DTEND'])
      expect(valuesOf(postponed.both, name)).toEqual(valuesOf(before.both, name))
    expect(valuesOf(postponed.both, 'STATUS')).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
    expect(valuesOf(postponed.both, 'SEQUENCE')).toEqual(['1', '1', '1'])
    expect((await theEntry(day.id)).of('summary')).toBe('POSTPONED: Routing workshop')
    expect((await theEntry(day.id, { language: 'fr' })).of('summary')).toBe('REPORTÉ : Routing workshop')
    expect((await theEntry(day.id, { language: 'ar' })).of('summary')).toBe('أُجّلت: Routing workshop')
    const next = { startsOn: '2027-09-06', endsOn: '2027-09-06', postponedAt: null }
    await change(day.id, { ...next, startsAt: '2027-09-06T07:00:00.000Z', endsAt: '2027-09-06T15:00:00.000Z' })
    const moved = await theEntry(day.id)
    expect([moved.of('status'), moved.of('sequence'), moved.of('transp')]).toEqual(['CONFIRMED', '2', 'OPAQUE'])
    expect(epochs(moved.entry)).toEqual(['2027-09-06T07:00:00.000Z', '2027-09-06T15:00:00.000Z'])
    expect(moved.entry.uid).toBe(`event-${day.id}@plenary.test`)
  })

  it('has plain text, the page’s address as the last line and the language in it, and says what is a sample', async () => {
    const event = await givenEvent(db, { isSample: 1 })
    for (const language of ['en', 'fr', 'ar'] as const) {
      const { of } = await theEntry(event.id, { language })
      expect(of('description')!.split('\n').at(-1)).toBe(`https://plenary.test/${language}/events/${event.slug}`)
      expect(of('url')).toBe(`https://plenary.test/${language}/events/${event.slug}`)
    }
    expect((await theEntry(event.id)).of('summary')).toBe('Routing workshop (sample)')
  })
})

describe('a programme', () => {
  it('A.7 #51: twelve sessions, two of equal title and time, are twelve entries of twelve UIDs', async () => {
    const event = await givenEvent(db)
    const hours = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 9].map((hour) => String(hour).padStart(2, '0'))
    for (const hour of hours)
      await givenSession(db, event.id, { day: '2027-06-14', from: `${hour}:00`, to: `${hour}:45`, title: `At ${hour}` })
    const entries = entriesIn((await readFeeds(db, event.id)).programme)
    expect(entries).toHaveLength(12)
    expect(new Set(entries.map(({ entry }) => entry.uid)).size).toBe(12)
    expect(new Set(entries.map(({ of }) => of('summary'))).size).toBe(11)
  })

  it('names rooms to everybody, or to those who take part', async () => {
    const day = await givenDay(db, { areRoomsPublic: 0 })
    const rooms = async (reader: Parameters<typeof readFeeds>[2]) =>
      entriesIn((await readFeeds(db, day.id, reader)).programme).map(({ of }) => of('location'))
    expect(await rooms({})).toEqual(['Example University, Kigali', 'Example University, Kigali'])
    const known = Array.from({ length: 2 }, () => 'Hall A, Example University, Kigali')
    expect(await rooms({ audience: 'participants' })).toEqual(known)
    await change(day.id, { areRoomsPublic: 1 })
    expect(await rooms({})).toEqual(known)
  })

  it('says of a streamed session alone how to join it, when the event has a place as well', async () => {
    const day = await givenDay(db)
    const entries = entriesIn((await readFeeds(db, day.id, { audience: 'participants' })).programme)
    expect(entries.map(({ join }) => join?.getFirstValue() ?? null)).toEqual([
      null,
      'https://meet.example.org/secret-room',
    ])
  })

  it('can be had of one track, with what is for everybody, and of one session', async () => {
    const event = await givenNtw(db)
    const track = (await findTrack(db, event.id, 'T2-F', 'en'))!
    expect(track.title).toBe('Infrastructure réseaux IP')
    expect(await findTrack(db, event.id, 'nothing', 'en')).toBeNull()
    const other = (await findTrack(db, event.id, 'T1', 'en'))!
    const at = { day: '2027-06-14', from: '09:00', to: '10:00' }
    const own = await givenSession(db, event.id, {
      ...at,
      title: 'IS-IS',
      trackId: track.id,
      people: ['Fatou Spécimen'],
    })
    const all = await givenSession(db, event.id, { ...at, title: 'Welcome' })
    const foreign = await givenSession(db, event.id, { ...at, title: 'Hosts', trackId: other.id })
    const hidden = await givenSession(db, event.id, { ...at, title: 'Committee', isPublic: 0 })
    const site = { baseUrl: 'https://plenary.test', uidDomain: 'plenary.test', prefix: '', language: 'en' } as const
    const uids = async (choice: { trackId?: string; sessionId?: string }) => {
      const found = await entriesOfProgramme(db, site, { eventId: event.id, ...choice })
      return found?.entries.map(({ uid }) => uid).toSorted()
    }
    expect(await uids({ trackId: track.id })).toEqual([`session-${own}`, `session-${all}`].toSorted())
    expect(await uids({ sessionId: foreign })).toEqual([`session-${foreign}`])
    const address = '/one.ics'
    const one = await programmeCalendar(db, site, { eventId: event.id, sessionId: own, address })
    expect(entriesIn(one!.body)[0]!.of('description')).toContain('Fatou Spécimen')
    for (const sessionId of [hidden, 'nothing'])
      expect(await programmeCalendar(db, site, { eventId: event.id, sessionId, address })).toBeNull()
    const ofTrack = { eventId: event.id, trackId: track.id, trackTitle: track.title, address }
    const named = await programmeCalendar(db, site, ofTrack)
    expect(valuesOf(named!.body, 'X-WR-CALNAME')[0]).toContain('Infrastructure réseaux IP')
  })
})

async function change(eventId: string, columns: Parameters<typeof updateEvent>[1]) {
  await updateEvent(eventId, columns)
  await eventChanged(db, eventId, LATER)
}

async function updateEvent(eventId: string, columns: Partial<Record<string, string | number | null>>) {
  await db.updateTable('events').set(columns).where('id', '=', eventId).execute()
}

async function times(eventId: string) {
  const { event } = await readFeeds(db, eventId)
  expect(icalFaults(event)).toEqual([])
  return { text: event, values: [...valuesOf(event, 'DTSTART'), ...valuesOf(event, 'DTEND')] }
}

function epochs({ startDate, endDate }: { startDate: ICAL.Time; endDate: ICAL.Time }) {
  return [startDate, endDate].map((time) => time.toJSDate().toISOString())
}
