import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenSession } from '../events/event-samples.ts'
import { NOW, testServices } from '../support/app.ts'
import { countedQueries } from '../support/counted-queries.ts'
import { givenEvent, givenSeries } from '../support/given.ts'
import { icalFaults } from '../support/ical-checker.ts'
import { interruptedBefore } from '../support/interrupted-queries.ts'
import { eventCalendar, programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { forgetCalendarTexts } from '#app/calendar/forget-texts.server.ts'
import { calendarOfEvents, calendarOfProgramme } from '#app/calendar/public-calendar.server.ts'
import { calendarEvents } from '#app/calendar/queries.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { feedEvents } from '#app/events/feed-queries.server.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'

const SITE = { baseUrl: 'https://e.org', uidDomain: 'e.org', prefix: '/en', language: 'en' as const }
const LATER = '2026-11-22T08:00:00.000Z'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>
let faults: unknown[] = []
let slug: string
let seriesId: string
let count = 0

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())
beforeEach(async () => {
  faults = []
  slug = `series-${(count += 1)}`
  seriesId = (await givenSeries(db, slug)).id
})

const ports = (site: Partial<typeof SITE> | { language: 'fr' } = {}) => ({
  site: { ...SITE, ...site },
  onFault: (error: unknown) => void faults.push(error),
})

async function feed(on = db, site: Partial<typeof SITE> | { language: 'fr' } = {}): Promise<string> {
  const events = feedEvents(on, { ...NO_FILTERS, series: [slug] }, NOW)
  return (await calendarOfEvents(on, ports(site), { events, changedAt: null, name: 'All', address: '/x.ics' })).body
}

/** As it is written when nothing is kept. */
async function written(): Promise<string> {
  const rows = await feedEvents(db, { ...NO_FILTERS, series: [slug] }, NOW)
    .select('events.id')
    .execute()
  return (await eventCalendar(db, SITE, { ids: rows.map(({ id }) => id), name: 'All', address: '/x.ics' })).body
}

const texts = async (ownerIds: string[]) =>
  await db.selectFrom('calendarTexts').selectAll().where('ownerId', 'in', ownerIds).orderBy('variant').execute()

describe('the texts of events', () => {
  it('are kept by the first reader, and are to the byte what is written without them', async () => {
    const ids = []
    for (const title of ['One', 'Ωtwo; with, signs', 'Three']) ids.push((await givenEvent(db, { seriesId, title })).id)
    const first = await feed()
    expect(first).toBe(await written())
    expect(icalFaults(first)).toEqual([])
    expect(await texts(ids)).toHaveLength(3)
    await db.updateTable('eventTexts').set({ title: 'Not noted as changed' }).where('eventId', 'in', ids).execute()
    expect(await feed()).toBe(first)
    expect(faults).toEqual([])
  })

  it('of many take as many questions as of one', async () => {
    const ask = () => countedQueries(db, (on) => feed(on))
    await givenEvent(db, { seriesId })
    const [oneCold, oneWarm] = [await ask(), await ask()]
    for (let at = 0; at < 49; at++) await givenEvent(db, { seriesId, tickets: [] })
    const [manyCold, manyWarm] = [await ask(), await ask()]
    expect([manyCold, manyWarm]).toEqual([oneCold, oneWarm])
    expect(manyWarm).toBe(1)
  })

  it('are written again for what has changed, alone, in each language, and stay one in each', async () => {
    const one = await givenEvent(db, { seriesId, title: 'One' })
    const other = await givenEvent(db, { seriesId, title: 'Other' })
    await feed()
    await feed(db, { language: 'fr' })
    const before = await texts([one.id, other.id])
    expect(before.map(({ variant }) => variant)).toEqual(['en', 'en', 'fr', 'fr'])
    await db.updateTable('eventTexts').set({ title: 'Changed' }).where('eventId', '=', one.id).execute()
    await eventChanged(db, one.id, LATER)
    const after = await feed()
    expect(after).toContain('SUMMARY:Changed')
    expect(after).toBe(await written())
    const now = await texts([one.id, other.id])
    expect(now).toHaveLength(4)
    const changed = now.filter((row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)))
    expect(changed.map(({ ownerId, variant }) => [ownerId, variant])).toEqual([[one.id, 'en']])
  })

  it('of another site are others', async () => {
    await givenEvent(db, { seriesId })
    expect(await feed()).toContain('https://e.org/en/events/')
    expect(await feed(db, { baseUrl: 'https://other.example' })).toContain('https://other.example/en/events/')
    expect(await feed()).toContain('https://e.org/en/events/')
  })

  it('name their zones, so that each stands once before them', async () => {
    const day = { startsOn: '2027-06-14', endsOn: '2027-06-14', startsTime: '09:00', endsTime: '10:00' }
    const berlin = {
      ...day,
      zone: 'Europe/Berlin',
      startsAt: '2027-06-14T07:00:00.000Z',
      endsAt: '2027-06-14T08:00:00.000Z',
    }
    await givenEvent(db, { seriesId, ...berlin })
    await givenEvent(db, { seriesId, ...berlin })
    const [cold, warm] = [await feed(), await feed()]
    expect(warm).toBe(cold)
    expect(warm.match(/^TZID:Europe\/Berlin\r$/gm)).toHaveLength(1)
    expect(icalFaults(warm)).toEqual([])
  })

  it('of what has no day is nothing, and that is kept as well', async () => {
    const event = await givenEvent(db, { seriesId, tickets: [] })
    await db.updateTable('events').set({ startsOn: '2027', endsOn: '2027' }).where('id', '=', event.id).execute()
    expect(await feed()).not.toContain('BEGIN:VEVENT')
    expect((await texts([event.id])).map(({ text }) => text)).toEqual([''])
    expect(await countedQueries(db, (on) => feed(on))).toBe(1)
  })

  it('that cannot be kept are given all the same, and the fault is told', async () => {
    await givenEvent(db, { seriesId })
    const noPlace = db.withPlugin({
      transformQuery({ node }) {
        if (node.kind === 'InsertQueryNode') throw new Error('read-only')
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    expect(await feed(noPlace)).toBe(await written())
    expect(faults).toEqual([new Error('read-only')])
  })

  it('that cannot be written leave the others alone', async () => {
    const good = await givenEvent(db, { seriesId })
    const bad = await givenEvent(db, { seriesId, latitude: 95 })
    const body = await feed()
    expect(body).toContain(good.id)
    expect(body).not.toContain(bad.id)
    expect(String(faults[0])).toContain('95')
    expect((await texts([bad.id, good.id])).map(({ ownerId }) => ownerId)).toEqual([good.id])
  })

  it('written by twenty at once are the same for all', async () => {
    for (let at = 0; at < 20; at++) await givenEvent(db, { seriesId, tickets: [] })
    const bodies = await Promise.all(Array.from({ length: 20 }, () => feed()))
    expect(new Set(bodies).size).toBe(1)
  })
})

async function programme(id: string, on = db): Promise<string> {
  const [event] = await calendarEvents(db, [id], 'en')
  return (await calendarOfProgramme(on, ports(), { event: event!, address: '/p.ics' })).body
}

describe('the texts of sessions', () => {
  it('that are too long for every database are written each time', async () => {
    const { id } = await givenEvent(db, { seriesId })
    const one = await givenSession(db, id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Long' })
    await db
      .updateTable('sessions')
      .set({ abstract: 'é'.repeat(31_000) })
      .where('id', '=', one)
      .execute()
    const body = await programme(id)
    expect(body.length).toBeGreaterThan(31_000)
    expect(await programme(id)).toBe(body)
    expect(await texts([one])).toEqual([])
    expect(faults).toEqual([])
  })

  it('are kept and changed with the programme, or with the event', async () => {
    const { id } = await givenEvent(db, { seriesId, title: 'Event' })
    const day = '2027-06-14'
    const one = await givenSession(db, id, { day, from: '09:00', to: '10:00', title: 'Opening', people: ['Ng'] })
    const plain = async () => (await programmeCalendar(db, SITE, { eventId: id, address: '/p.ics' }))!.body
    const first = await programme(id)
    expect(first).toBe(await plain())
    expect(await texts([one])).toHaveLength(1)
    expect(await programme(id)).toBe(first)
    await db.updateTable('sessions').set({ title: 'Closing' }).where('id', '=', one).execute()
    await eventChanged(db, id, LATER)
    expect(await programme(id)).toContain('SUMMARY:Closing')
    expect(await programme(id)).toBe(await plain())
    await db.updateTable('sessions').set({ isPublic: 0 }).where('id', '=', one).execute()
    expect(await programme(id)).not.toContain('Closing')
  })
})

describe('a change while texts are being made', () => {
  /**
   * Reads with a change before each statement in turn; what is kept afterwards is what would be written.
   * @returns how many rounds that took
   */
  async function roundsOf(read: (on: Kysely<Database>) => Promise<string>, plain: () => Promise<string>, id: string) {
    let changes = 0
    const change = async () => {
      const title = `Changed ${(changes += 1)}`
      const times = { startsTime: '10:00', endsTime: `1${changes % 9}:30` }
      await db.updateTable('eventTexts').set({ title }).where('eventId', '=', id).execute()
      await db
        .updateTable('events')
        .set({ ...times, venue: title })
        .where('id', '=', id)
        .execute()
      await eventChanged(db, id, LATER)
    }
    let number = 1
    for (let sent = 1; sent >= number; number++) {
      // Nothing that is kept is of use to the next round.
      await change()
      const on = interruptedBefore(db, number, change)
      await read(on.db)
      expect([number, await read(db)]).toEqual([number, await plain()])
      sent = on.state.sent
    }
    expect(faults).toEqual([])
    return number
  }

  it('keeps nothing old of an event under its new number', async () => {
    const { id } = await givenEvent(db, { seriesId })
    expect(await roundsOf((on) => feed(on), written, id)).toBeGreaterThan(4)
  })

  it('nor of a session, in which its event is told of as well', async () => {
    const { id } = await givenEvent(db, { seriesId })
    await givenSession(db, id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Talk', people: ['Ng'] })
    const plain = async () => (await programmeCalendar(db, SITE, { eventId: id, address: '/p.ics' }))!.body
    expect(await roundsOf((on) => programme(id, on), plain, id)).toBeGreaterThan(4)
  })
})

it('what belongs to no event and no session any more is forgotten', async () => {
  const { id } = await givenEvent(db, { seriesId })
  await feed()
  const gone = newId(NOW)
  const kept = { variant: 'en', stamp: 'x', zones: '', text: 'x' }
  await db
    .insertInto('calendarTexts')
    .values({ ownerId: gone, ...kept })
    .execute()
  expect(await forgetCalendarTexts(db)).toEqual({ forgotten: 1 })
  expect((await texts([id, gone])).map(({ ownerId }) => ownerId)).toEqual([id])
})
