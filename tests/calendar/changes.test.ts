import type { Kysely, Updateable } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenDay, readFeeds, valuesOf } from './given-feeds.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { unpublishEvent } from '#app/events/publishing/unpublish-event.server.ts'
import { saveQuota } from '#app/registrations/offer/save-quota.server.ts'
import { saveQuestion } from '#app/registrations/questions/save-question.server.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { minimal } from '#tests/events/event-documents.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { questionForm } from '#tests/registrations/questions/a-question.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import type { Database, EventsTable, SessionsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const LATER = '2026-11-22T08:00:00.000Z'
const actor = { kind: 'account', id: 'an-account' } as const

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

type Day = Awaited<ReturnType<typeof givenDay>>

const ofEvent = (columns: Updateable<EventsTable>) => async (day: Day) =>
  await db.updateTable('events').set(columns).where('id', '=', day.id).execute()
const ofSession = (columns: Updateable<SessionsTable>) => async (day: Day) =>
  await db.updateTable('sessions').set(columns).where('id', '=', day.sessions[1]).execute()

/** What is changed, and whether it changes the event's own entry, every session's, the second session's alone. */
const FACTS: [fact: string, raised: string, change: (day: Day) => Promise<unknown>][] = [
  ['its title', 'event sessions', ({ id }) => text(id, { title: 'Another title' })],
  ['its summary', 'event', ({ id }) => text(id, { summary: 'Another summary.' })],
  ['a translation', 'event sessions', ({ id }) => translated(id)],
  ['the first day', 'event', ofEvent({ startsOn: '2027-06-13', startsAt: '2027-06-13T07:00:00.000Z' })],
  ['the last day', 'event', ofEvent({ endsOn: '2027-06-15', endsAt: '2027-06-15T15:00:00.000Z' })],
  ['when it begins', 'event', ofEvent({ startsTime: '08:00', startsAt: '2027-06-14T06:00:00.000Z' })],
  ['when it ends', 'event', ofEvent({ endsTime: '18:00', endsAt: '2027-06-14T16:00:00.000Z' })],
  ['an hour that comes twice', 'event', ofEvent({ startsLater: 1, startsAt: '2027-06-14T08:00:00.000Z' })],
  ['the zone', 'event sessions', ofEvent({ zone: 'Africa/Nairobi' })],
  ['the country', 'event', ofEvent({ country: 'KE' })],
  ['the city', 'event sessions', ofEvent({ city: 'Huye' })],
  ['the venue', 'event sessions', ofEvent({ venue: 'Another hall' })],
  ['the street', 'event', ofEvent({ address: 'KN 4 Avenue' })],
  ['the coordinates', 'event', ofEvent({ latitude: 0, longitude: 0 })],
  ['the format', 'event sessions', ofEvent({ format: 'online' })],
  ['the address of the page', 'event sessions', ofEvent({ slug: 'moved-elsewhere' })],
  ['that it is cancelled', 'event sessions', ofEvent({ status: 'cancelled', cancelledAt: LATER })],
  ['that it is postponed', 'event sessions', ofEvent({ postponedAt: LATER })],
  ['that it is a sample', 'event sessions', ofEvent({ isSample: 1 })],
  ['whose room it is online', 'event sessions', ofEvent({ onlineUrl: 'https://meet.example.org/other' })],
  ['who may know the room online', 'event sessions', ofEvent({ isJoinPublic: 1 })],
  ['who may know the rooms', 'event sessions', ofEvent({ areRoomsPublic: 0 })],
  ['the series', 'event sessions', ({ id }) => otherSeries(id)],
  ['the title of a session', 'session', ofSession({ title: 'Second lab' })],
  ['what a session is about', 'session', ofSession({ abstract: 'Bring a laptop.' })],
  ['when a session begins', 'session', ofSession({ startsAt: '2027-06-14T08:30:00.000Z' })],
  ['when a session ends', 'session', ofSession({ endsAt: '2027-06-14T09:30:00.000Z' })],
  ['the room of a session', 'session', ofSession({ room: 'Hall B' })],
  ['that a session is streamed', 'session', ofSession({ isStreamed: 0 })],
  ['who speaks', 'session', ({ sessions }) => speaker(sessions[1])],
]

describe('what calendars show, and when it changed', () => {
  it.each(FACTS)('%s raises SEQUENCE and LAST-MODIFIED of: %s', async (_, raised, change) => {
    const day = await givenDay(db)
    const before = await everyFeed(day.id)
    await change(day)
    await eventChanged(db, day.id, LATER)
    const after = await everyFeed(day.id)
    expect(after).not.toBe(before)
    const rows = await stateOf(day)
    const isRaised = { event: raised.includes('event'), all: raised.includes('sessions') }
    expect(rows).toEqual({
      event: isRaised.event ? [1, LATER] : [0, NOW],
      first: isRaised.all ? [1, LATER] : [0, NOW],
      second: isRaised.all || raised === 'session' ? [1, LATER] : [0, NOW],
    })
    await eventChanged(db, day.id, '2026-11-23T08:00:00.000Z')
    expect(await everyFeed(day.id)).toBe(after)
  })

  it('prices, seats, questions and what only the page shows leave every byte as it is', async () => {
    const day = await givenDay(db, { tickets: [{ seats: 20, price: 5000 }] })
    const before = await everyFeed(day.id)
    const form = { name: 'Hall', size: 99, overBy: 0, trackId: undefined }
    const quotaId = day.tickets[0]!.quotaIds[0]!
    expect(await saveQuota(db, { eventId: day.id, quotaId, form, now: LATER, actor })).toMatchObject({ ok: true })
    const asked = { eventId: day.id, questionId: null, form: questionForm(), now: LATER, actor }
    expect(await saveQuestion(db, asked)).toMatchObject({ ok: true })
    await db.updateTable('priceSteps').set({ amountMinor: 7000 }).execute()
    await text(day.id, { description: 'Longer.', visaNote: 'Ask early.' })
    await ofEvent({ contactEmail: 'other@example.org', level: 'advanced', websiteUrl: 'https://e.org/' })(day)
    await eventChanged(db, day.id, LATER)
    expect(await everyFeed(day.id)).toBe(before)
    const row = await db.selectFrom('events').selectAll().where('id', '=', day.id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ sequence: 0, calendarAt: NOW, updatedAt: LATER, version: 4 })
  })
})

describe('coming and going', () => {
  it('A.7 #43: published, then another room: the same UID, SEQUENCE 1, a newer LAST-MODIFIED', async () => {
    const day = await givenDay(db, { status: 'draft', publishedAt: null })
    await db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).where('eventId', '=', day.id).execute()
    for (const venue of ['One hall', 'Another hall']) {
      await ofEvent({ venue })(day)
      await eventChanged(db, day.id, NOW)
    }
    expect(await stateOf(day)).toEqual({ event: [0, null], first: [0, null], second: [0, null] })
    expect(await publishEvent(db, { eventId: day.id, now: NOW, actor })).toMatchObject({ ok: true })
    const published = await readFeeds(db, day.id)
    await ofEvent({ venue: 'A third hall' })(day)
    await ofSession({ room: 'Hall B' })(day)
    await eventChanged(db, day.id, LATER)
    const moved = await readFeeds(db, day.id)
    expect(valuesOf(moved.both, 'UID')).toEqual(valuesOf(published.both, 'UID'))
    expect(valuesOf(published.both, 'SEQUENCE')).toEqual(['0', '0', '0'])
    expect(valuesOf(moved.both, 'SEQUENCE')).toEqual(['1', '1', '1'])
    expect(valuesOf(moved.both, 'LAST-MODIFIED')).toEqual(Array.from({ length: 3 }, () => '20261122T080000Z'))
  })

  it('A.7 #47: withdrawn it is in no calendar, and comes back with a higher SEQUENCE', async () => {
    const day = await givenDay(db)
    await db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).where('eventId', '=', day.id).execute()
    expect(await unpublishEvent(db, { eventId: day.id, now: LATER, actor })).toMatchObject({ ok: true })
    expect(valuesOf((await readFeeds(db, day.id)).both, 'UID')).toEqual([])
    expect(await publishEvent(db, { eventId: day.id, now: LATER, actor })).toMatchObject({ ok: true })
    expect(await stateOf(day)).toEqual({ event: [1, LATER], first: [1, LATER], second: [1, LATER] })
  })

  it('a session that is hidden goes, and comes back with a higher SEQUENCE of its own', async () => {
    const day = await givenDay(db)
    await ofSession({ isPublic: 0 })(day)
    await eventChanged(db, day.id, LATER)
    expect(valuesOf((await readFeeds(db, day.id)).programme, 'UID')).toHaveLength(1)
    await ofSession({ isPublic: 1 })(day)
    await eventChanged(db, day.id, LATER)
    expect(await stateOf(day)).toEqual({ event: [0, NOW], first: [0, NOW], second: [1, LATER] })
  })

  it('what was there before digests were kept is raised by its next change, whatever that is', async () => {
    const day = await givenDay(db)
    await ofEvent({ calendarDigest: '?' })(day)
    await eventChanged(db, day.id, LATER)
    expect((await stateOf(day)).event).toEqual([1, LATER])
  })

  it('a document never lowers a SEQUENCE, may lift it, and raises it only with what calendars show', async () => {
    const take = async (given: Parameters<typeof minimal>[0], now: string) => {
      const taken = await importEvents(db, { documents: minimal({ slug: 'taken', ...given }), now, actor })
      expect(taken).toMatchObject({ ok: true })
      const columns = ['sequence', 'calendarAt'] as const
      return await db.selectFrom('events').select(columns).where('slug', '=', 'taken').executeTakeFirstOrThrow()
    }
    const place = { city: 'Kigali' }
    expect(await take({ sequence: 5 }, NOW)).toEqual({ sequence: 5, calendarAt: NOW })
    expect(await take({ sequence: 2, place }, LATER)).toEqual({ sequence: 6, calendarAt: LATER })
    const third = '2026-11-23T08:00:00.000Z'
    expect(await take({ place, level: 'advanced' }, third)).toEqual({ sequence: 6, calendarAt: LATER })
    expect(await take({ place, level: 'advanced', sequence: 9 }, third)).toEqual({ sequence: 6, calendarAt: LATER })
    expect(await take({ place, sequence: 9, level: null, edition: 3 }, third)).toEqual({
      sequence: 9,
      calendarAt: third,
    })
  })
})

describe('under way', () => {
  it('two changes at once both raise it, and the digest is of both', async () => {
    const day = await givenDay(db)
    const outcomes = await Promise.all([
      transact(db, async (db) => {
        await db.updateTable('events').set({ venue: 'Another hall' }).where('id', '=', day.id).execute()
        await eventChanged(db, day.id, LATER)
      }),
      transact(db, async (db) => {
        await db.updateTable('sessions').set({ room: 'Hall B' }).where('id', '=', day.sessions[0]).execute()
        await eventChanged(db, day.id, LATER)
      }),
      transact(db, async (db) => {
        await db.updateTable('events').set({ city: 'Huye' }).where('id', '=', day.id).execute()
        await eventChanged(db, day.id, LATER)
      }),
    ])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    expect((await stateOf(day)).event).toEqual([2, LATER])
    const known = await stateOf(day)
    await noteCalendarChanges(db, [day.id], '2026-11-23T08:00:00.000Z')
    expect(await stateOf(day)).toEqual(known)
  })

  it('a change that began earlier and came later raises SEQUENCE, and LAST-MODIFIED stays', async () => {
    const day = await givenDay(db)
    await ofEvent({ venue: 'Another hall' })(day)
    await eventChanged(db, day.id, LATER)
    await ofEvent({ venue: 'A third hall' })(day)
    await eventChanged(db, day.id, NOW)
    expect(await stateOf(day)).toEqual({ event: [2, LATER], first: [2, LATER], second: [2, LATER] })
  })

  it('takes as many statements for fifty sessions as for one', async () => {
    const counts: number[] = []
    for (const sessions of [1, 50]) {
      const event = await givenEvent(db)
      for (let at = 0; at < sessions; at++)
        await givenSession(db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: `Talk ${at}` })
      await db.updateTable('events').set({ venue: 'Another hall' }).where('id', '=', event.id).execute()
      counts.push(await countedQueries(db, (db) => noteCalendarChanges(db, [event.id], LATER)))
    }
    expect(counts[1]).toBe(counts[0])
    expect(counts[0]).toBeLessThanOrEqual(8)
  })
})

async function everyFeed(eventId: string): Promise<string> {
  const feeds = await Promise.all([
    readFeeds(db, eventId),
    readFeeds(db, eventId, { language: 'fr' }),
    readFeeds(db, eventId, { audience: 'participants' }),
  ])
  return feeds.map(({ both }) => both).join('')
}

async function stateOf(day: Day) {
  const event = await db.selectFrom('events').selectAll().where('id', '=', day.id).executeTakeFirstOrThrow()
  const sessions = await db.selectFrom('sessions').selectAll().where('eventId', '=', day.id).execute()
  const state = ({ sequence, calendarAt }: { sequence: number; calendarAt: string | null }) => [sequence, calendarAt]
  const [first, second] = day.sessions.map((id) => state(sessions.find((session) => session.id === id)!))
  return { event: state(event), first, second }
}

async function text(eventId: string, columns: { [name: string]: string }) {
  await db.updateTable('eventTexts').set(columns).where('eventId', '=', eventId).execute()
}

async function translated(eventId: string) {
  const known = await db.selectFrom('eventTexts').selectAll().where('eventId', '=', eventId).executeTakeFirstOrThrow()
  await db
    .insertInto('eventTexts')
    .values({ ...known, language: 'fr', title: 'Atelier de routage' })
    .execute()
}

async function otherSeries(eventId: string) {
  const { seriesId } = await givenEvent(db)
  await db
    .updateTable('seriesTexts')
    .set({ shortName: `NTW ${eventId}` })
    .where('seriesId', '=', seriesId)
    .execute()
}

async function speaker(sessionId: string) {
  await db
    .insertInto('sessionPeople')
    .values({
      id: `person-${sessionId.slice(-12)}`,
      sessionId,
      position: 0,
      role: 'speaker',
      fullName: '山田 例',
      latinName: null,
      affiliation: null,
    })
    .execute()
}
