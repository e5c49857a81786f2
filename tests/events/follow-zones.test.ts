import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenSession } from './event-samples.ts'
import { packageZones } from '#app/adapters/package-zones.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { eventBounds, sessionBounds } from '#app/events/event-bounds.ts'
import { followZones } from '#app/events/follow-zones.server.ts'
import { instantOf } from '#app/values/moment.ts'
import { newestOf } from '#app/values/zones/newest.ts'
import { setZoneData, zoneData } from '#app/values/zones/zone-registry.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'
import { interruptedBefore } from '#tests/support/interrupted-queries.ts'
import { zonesSaying } from '#tests/support/zones-saying.ts'
import type { Database } from '#db/schema.ts'

const LATER = '2026-11-22T08:00:00.000Z'
const HOUR = 3600
const before = zoneData()
/** The release in which Morocco is at UTC again: 2026f. */
const NEWEST = packageZones()

/** An old release: Morocco is still an hour ahead, as it was until September 2026. All else is as we know it. */
const old = (version: string) =>
  newestOf([zonesSaying(version, { 'Africa/Casablanca': [[-Infinity, HOUR]] }), { ...NEWEST, version: '1970a' }])

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeEach(async () => {
  setZoneData(NEWEST)
  run = await testServices()
  db = run.db
  await givenSeries(db)
})
afterEach(async () => {
  setZoneData(before)
  await run.close()
})

/** A published workshop, stored by the zone data of the moment, and what calendars show of it noted. */
async function stored(given: { zone: string; startsOn?: string; startsLater?: 1 }) {
  const when = { startsOn: '2027-06-14', startsTime: '09:00', endsTime: '17:00', ...given }
  const dates = { ...when, endsOn: when.startsOn }
  const event = await givenEvent(db, { ...dates, ...eventBounds(dates) })
  const held = { heldOn: when.startsOn, startsTime: '10:00', endsTime: '11:00' }
  const session = { day: held.heldOn, from: held.startsTime, to: held.endsTime, title: 'Lab' }
  const sessionId = await givenSession(db, event.id, session)
  await db.updateTable('sessions').set(sessionBounds(held, given.zone)).where('id', '=', sessionId).execute()
  await noteCalendarChanges(db, [event.id], NOW)
  return { id: event.id, sessionId }
}

async function read({ id, sessionId }: { id: string; sessionId: string }) {
  const columns = ['startsAt', 'endsAt', 'sequence', 'calendarAt'] as const
  const event = await db.selectFrom('events').select(columns).where('id', '=', id).executeTakeFirstOrThrow()
  const session = await db.selectFrom('sessions').select(columns).where('id', '=', sessionId).executeTakeFirstOrThrow()
  return { event, session }
}

const moves = async (id: string) => await db.selectFrom('auditEntries').selectAll().where('objectId', '=', id).execute()

test('newer data moves what it says otherwise: once, as a change like any other; all else stays as it was', async () => {
  setZoneData(old('2026a'))
  const [rabat, paris] = [await stored({ zone: 'Africa/Casablanca' }), await stored({ zone: 'Europe/Paris' })]
  const parisBefore = await read(paris)
  const before = await read(rabat)
  expect(before.event).toMatchObject({ startsAt: '2027-06-14T08:00:00.000Z', sequence: 0 })

  setZoneData(NEWEST)
  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toEqual({ moved: 1, isMore: false })
  const after = await read(rabat)
  expect(after).toMatchObject({
    event: { startsAt: '2027-06-14T09:00:00.000Z', endsAt: '2027-06-14T17:00:00.000Z', sequence: 1, calendarAt: LATER },
    session: { startsAt: '2027-06-14T10:00:00.000Z', endsAt: '2027-06-14T11:00:00.000Z' },
  })
  expect(after.session.sequence).toBe(before.session.sequence + 1)
  expect(await moves(rabat.id)).toMatchObject([{ actorKind: 'system', action: 'event.zone-moved', at: LATER }])
  expect(await read(paris)).toEqual(parisBefore)
  expect(await moves(paris.id)).toEqual([])

  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toEqual({ moved: 0, isMore: false })
  expect(await read(rabat)).toEqual(after)
  expect(await moves(rabat.id)).toHaveLength(1)
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('what is over stays as it was announced, and the second of two hours stays the second', async () => {
  setZoneData(old('2026a'))
  const past = await stored({ zone: 'Africa/Casablanca', startsOn: '2026-11-02' })
  const pastBefore = await read(past)
  setZoneData(NEWEST)
  const dates = { startsOn: '2027-10-31', endsOn: '2027-10-31', startsTime: '02:30', endsTime: '05:00' }
  const twice = { ...dates, zone: 'Europe/Berlin', startsLater: 1 as const }
  const night = await givenEvent(db, { ...twice, ...eventBounds(twice) })
  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toMatchObject({ moved: 0 })
  expect(await read(past)).toEqual(pastBefore)
  const row = await db.selectFrom('events').select('startsAt').where('id', '=', night.id).executeTakeFirstOrThrow()
  expect(row.startsAt).toBe('2027-10-31T01:30:00.000Z')
})

test('a run that was broken off goes on where it was, and older data changes nothing', async () => {
  setZoneData(old('2026a'))
  const events = await Promise.all(Array.from({ length: 60 }, () => stored({ zone: 'Africa/Casablanca' })))
  setZoneData(NEWEST)
  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toEqual({ moved: 50, isMore: true })
  const { reached } = await db.selectFrom('zoneReleases').select('reached').executeTakeFirstOrThrow()
  expect(reached).not.toBeNull()
  // Another process, still on the old release.
  setZoneData(old('2026a'))
  expect(await followZones(db, { version: '2026a', now: LATER })).toEqual({ moved: 0, isMore: false })
  setZoneData(NEWEST)
  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toEqual({ moved: 10, isMore: false })
  for (const event of events)
    expect((await read(event)).event).toMatchObject({ startsAt: '2027-06-14T09:00:00.000Z', sequence: 1 })
})

test('two processes at once move each event once', async () => {
  setZoneData(old('2026a'))
  const events = await Promise.all(Array.from({ length: 6 }, () => stored({ zone: 'Africa/Casablanca' })))
  setZoneData(NEWEST)
  const input = { version: NEWEST.version, now: LATER }
  await Promise.all([followZones(db, input), followZones(db, input)])
  for (const event of events) {
    expect((await read(event)).event.sequence).toBe(1)
    expect(await moves(event.id)).toHaveLength(1)
  }
})

test('what somebody else changes meanwhile is kept, and moved as well', async () => {
  setZoneData(old('2026a'))
  const events = [await stored({ zone: 'Africa/Casablanca' }), await stored({ zone: 'Africa/Casablanca' })]
  setZoneData(NEWEST)
  const on = interruptedBefore(db, 'each', () =>
    db
      .updateTable('events')
      .set({ version: sql`version + 1` })
      .execute(),
  )
  expect(await followZones(on.db, { version: NEWEST.version, now: LATER })).toEqual({ moved: 2, isMore: false })
  for (const event of events) {
    const { event: moved, session } = await read(event)
    expect([moved.startsAt, session.startsAt]).toEqual(['2027-06-14T09:00:00.000Z', '2027-06-14T10:00:00.000Z'])
  }
})

test('zones that were stored by an old name get their current one; their moments and SEQUENCE stay', async () => {
  const old = await stored({ zone: 'Asia/Calcutta' })
  const step = { startsAt: null, endsAt: instantOf('2027-03-31', '23:59', 'Asia/Kolkata'), closesZone: 'Asia/Calcutta' }
  await givenEvent(db, { tickets: [{ price: 1000, steps: [{ ...step, amountMinor: 1000, currency: 'USD' }] }] })
  const before = await read(old)
  expect(await followZones(db, { version: NEWEST.version, now: LATER })).toMatchObject({ moved: 0 })
  const event = await db.selectFrom('events').select('zone').where('id', '=', old.id).executeTakeFirstOrThrow()
  expect(event.zone).toBe('Asia/Kolkata')
  const steps = await db.selectFrom('priceSteps').select('closesZone').where('closesZone', 'is not', null).execute()
  expect(steps).toEqual([{ closesZone: 'Asia/Kolkata' }])
  expect(await read(old)).toEqual(before)
})
