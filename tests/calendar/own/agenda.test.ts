import { afterAll, beforeAll, expect, test } from 'vitest'
import { agendaOf, entriesOf } from './given-agenda.ts'
import { orderFile } from '#app/calendar/own/order-calendar.server.ts'
import { ownEventCalendar } from '#app/calendar/own/own-event-calendar.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { aWish, givenFullEvent, joined } from '#tests/waiting-list/a-queue.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

let number = 0
const actor = { kind: 'system' } as const

async function somebody(...roles: NonNullable<Parameters<typeof givenAccount>[2]>) {
  const email = `somebody-${++number}@example.org`
  const { accountId } = await givenAccount(given.db, email, roles)
  return { accountId, emailKey: email, email }
}

type Somebody = Awaited<ReturnType<typeof somebody>>

async function register(event: Awaited<ReturnType<typeof givenEvent>>, { email }: Somebody, name = 'Ana') {
  return await placed(given.db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email, fullName: name })] }))
}

test('has what one registered for and seats that others took for one, never anybody else’s', async () => {
  const [ana, ben] = [await somebody(), await somebody()]
  const [one, two, three] = [await givenEvent(given.db), await givenEvent(given.db), await givenEvent(given.db)]
  await register(one, ana, 'Ana One')
  await register(two, ben, 'Ben Two')
  const people = [
    aPerson(three.tickets[0]!.id, { email: ben.email, fullName: 'Ben Three' }),
    aPerson(three.tickets[0]!.id, { email: ana.email, fullName: 'Ana Three' }),
  ]
  await placed(given.db, anOrder(three, { people }))
  const [anas, bens] = [await agendaOf(given, ana), await agendaOf(given, ben)]
  expect(Object.keys(anas.entries).toSorted()).toEqual([`event-${one.id}`, `event-${three.id}`].toSorted())
  expect(Object.keys(bens.entries).toSorted()).toEqual([`event-${two.id}`, `event-${three.id}`].toSorted())
  // Who ordered sees the whole order, who was given a seat sees their own.
  expect(anas.body).not.toMatch(/Ben/)
  expect(bens.body).toMatch(/Ana Three/)
  expect(bens.body).not.toMatch(/Ana One/)
  for (const { body } of [anas, bens]) expect(body).not.toMatch(/example\.org\/|@example\.org|key=/)
})

test('says of each event what the order’s file and the mail’s say: UID, SEQUENCE, times and STATUS', async () => {
  const ana = await somebody()
  const event = await givenEvent(given.db, { tickets: [{ price: 100 }] })
  const { orderId, registrations } = await register(event, ana)
  const site = { ...given.services.config, language: 'en' as const }
  const same = ['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'STATUS', 'LAST-MODIFIED', 'DTSTAMP', 'SUMMARY']
  const sequences = []
  for (const step of ['held', 'confirmed', 'cancelled']) {
    if (step === 'confirmed') await paid(given.db, orderId, addMinutes(NOW, 1))
    if (step === 'cancelled')
      await cancelRegistrations(given.db, {
        registrationIds: [registrations[0]!.id],
        now: addMinutes(NOW, 2),
        actor,
        reason: 'test',
      })
    const uid = `event-${event.id}`
    const files = [
      (await agendaOf(given, ana)).entries[uid]!,
      entriesOf((await orderFile(given.db, given.services.config, orderId)).body)[uid]!,
      entriesOf((await ownEventCalendar(given.db, site, { eventId: event.id, emailKey: ana.emailKey }))!.body)[uid]!,
    ].map((entry) => Object.fromEntries(same.map((name) => [name, entry[name]])))
    expect(files[1]).toEqual(files[0])
    expect(files[2]).toEqual(files[0])
    sequences.push(`${files[0]!['SEQUENCE']} ${files[0]!['STATUS']}`)
  }
  expect(sequences).toEqual(['0 TENTATIVE', '1 CONFIRMED', '2 CANCELLED'])
})

test('keeps what was cancelled until 90 days after the end, and what was attended for good', async () => {
  const ana = await somebody()
  const [held, off, left] = [await givenEvent(given.db), await givenEvent(given.db), await givenEvent(given.db)]
  await register(held, ana)
  await register(off, ana)
  const { registrations } = await register(left, ana)
  await callOffEvent(given.db, { eventId: off.id, now: NOW, actor })
  const registrationIds = registrations.map(({ id }) => id)
  await cancelRegistrations(given.db, { registrationIds, now: NOW, actor, reason: 'test' })
  const statuses = async (now: string) =>
    Object.fromEntries(
      Object.entries((await agendaOf(given, ana, {}, now)).entries).map(([uid, entry]) => [uid, entry['STATUS']]),
    )
  // The events end on 18 June 2027.
  expect(await statuses('2027-09-15T00:00:00.000Z')).toEqual({
    [`event-${held.id}`]: 'CONFIRMED',
    [`event-${off.id}`]: 'CANCELLED',
    [`event-${left.id}`]: 'CANCELLED',
  })
  expect(await statuses('2027-09-17T00:00:00.000Z')).toEqual({ [`event-${held.id}`]: 'CONFIRMED' })
})

test('has sessions instead of events, those of one’s track; an event without a programme is whole', async () => {
  const ana = await somebody()
  const [event, plain] = [await givenEvent(given.db), await givenEvent(given.db)]
  const tracks = []
  for (const code of ['T1', 'T2']) {
    const id = newId(NOW)
    await given.db
      .insertInto('tracks')
      .values({ id, eventId: event.id, code, position: 1, language: 'en', level: null, room: null })
      .execute()
    tracks.push(id)
  }
  await given.db
    .updateTable('ticketTypes')
    .set({ trackId: tracks[0]! })
    .where('id', '=', event.tickets[0]!.id)
    .execute()
  const at = { day: '2027-06-14', from: '09:00', to: '10:00' }
  await givenSession(given.db, event.id, { ...at, title: 'For all' })
  await givenSession(given.db, event.id, { ...at, title: 'Mine', trackId: tracks[0]! })
  await givenSession(given.db, event.id, { ...at, title: 'Theirs', trackId: tracks[1]! })
  await givenSession(given.db, event.id, { ...at, title: 'Secret', isPublic: 0 })
  await register(event, ana)
  await register(plain, ana)
  const { entries, body } = await agendaOf(given, ana, { hasSessions: true })
  expect(
    Object.values(entries)
      .map((entry) => entry['SUMMARY']!)
      .toSorted(),
  ).toEqual(['For all', 'Mine', 'Routing workshop'])
  expect(Object.keys(entries)).toContain(`event-${plain.id}`)
  expect(body).not.toContain(`event-${event.id}`)
})

test('has the events one works at, of a role on the event or its series, and no draft', async () => {
  const series = await givenSeries(given.db, 'inet', 'inet')
  const [ofSeries, taught, draft, other] = [
    await givenEvent(given.db, { seriesId: series.id }),
    await givenEvent(given.db),
    await givenEvent(given.db, { seriesId: series.id, status: 'draft', publishedAt: null }),
    await givenEvent(given.db),
  ]
  const past = await givenEvent(given.db, { seriesId: series.id, startsOn: '2020-01-01', endsOn: '2020-01-02' })
  const ana = await somebody(
    { role: 'organizer', scope: 'series', scopeId: series.id },
    { role: 'instructor', scope: 'event', scopeId: taught.id },
    { role: 'finance', scope: 'event', scopeId: other.id },
    { role: 'administrator', scope: 'installation' },
  )
  const { entries } = await agendaOf(given, ana)
  expect(Object.keys(entries).toSorted()).toEqual([`event-${ofSeries.id}`, `event-${taught.id}`].toSorted())
  expect(entries[`event-${taught.id}`]!['DESCRIPTION']).toMatch(/^Your part: Instructor/)
  expect((await agendaOf(given, ana, { hasWork: false })).entries).toEqual({})
  // Who attends and works there has one entry, and stays when only the seat is given up.
  const { registrations } = await register(taught, ana)
  const registrationIds = registrations.map(({ id }) => id)
  await cancelRegistrations(given.db, { registrationIds, now: NOW, actor, reason: 'test' })
  expect((await agendaOf(given, ana)).entries[`event-${taught.id}`]).toMatchObject({
    STATUS: 'CONFIRMED',
    SEQUENCE: '1',
  })
  expect(past.id).not.toBe(draft.id)
})

test('has deadlines: to pay, to take an offer, to answer; and none that is done', async () => {
  const ana = await somebody()
  const event = await givenEvent(given.db, { tickets: [{ price: 100 }] })
  const { orderId, registrations } = await register(event, ana)
  const pay = `deadline-${orderId}-pay`
  const { entries, body } = await agendaOf(given, ana)
  expect(entries[pay]).toMatchObject({
    SUMMARY: 'Payment due: Routing workshop',
    STATUS: 'CONFIRMED',
    TRANSP: 'TRANSPARENT',
  })
  expect(entries[pay]!['URL']).toBe('http://plenary.test/en/me')
  expect(body).not.toMatch(/key=/)
  expect(Object.keys((await agendaOf(given, ana, { hasDeadlines: false })).entries)).toEqual([`event-${event.id}`])
  await paid(given.db, orderId, addMinutes(NOW, 1))
  expect(Object.keys((await agendaOf(given, ana)).entries)).toEqual([`event-${event.id}`])

  const question = {
    eventId: event.id,
    position: 0,
    kind: 'text' as const,
    isRequired: 1 as const,
    purpose: '',
    audience: 'organizers' as const,
    eraseOn: null,
    isRetired: 0 as const,
  }
  await given.db
    .insertInto('questions')
    .values({ ...question, id: newId(NOW), code: 'visa', stage: 'before-event' })
    .execute()
  const stage = { stage: 'before-event' as const, opensAt: NOW, remindAt: null }
  const answers = `deadline-${registrations[0]!.id}-before-event`
  for (const [at, deadlineAt] of ['2027-05-01T00:00:00.000Z', '2027-05-03T00:00:00.000Z'].entries()) {
    const stages = [{ ...stage, deadlineAt }]
    await saveStages(given.db, { eventId: event.id, stages, now: addMinutes(NOW, 5 + at), actor })
    const entry = (await agendaOf(given, ana)).entries[answers]
    expect(entry).toMatchObject({ SUMMARY: 'Answers due: Routing workshop', SEQUENCE: String(at + 1) })
  }

  const full = await givenFullEvent(given.db, { seats: 1 })
  await joined(given.db, aWish(full, { email: ana.email, fullName: 'Ana' }))
  const registrationIds = full.orders[0]!.registrations.map(({ id }) => id)
  await cancelRegistrations(given.db, { registrationIds, now: NOW, actor, reason: 'test' })
  await offerSeats(given.db, { now: NOW })
  const { id } = await given.db
    .selectFrom('offers')
    .select('id')
    .where('eventId', '=', full.id)
    .executeTakeFirstOrThrow()
  expect((await agendaOf(given, ana)).entries[`deadline-${id}-offer`]).toMatchObject({
    SUMMARY: 'Offered seat expires: Routing workshop',
    SEQUENCE: '0',
  })
})

test('takes as many queries for 50 registrations as for one', async () => {
  const [few, many] = [await somebody(), await somebody()]
  const at = { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening', people: ['Ng'] }
  for (let made = 0; made < 50; made++) {
    const event = await givenEvent(given.db, { tickets: [{ price: 100 }] })
    await givenSession(given.db, event.id, at)
    await register(event, many)
    if (made === 0) await register(event, few)
  }
  const counts = []
  for (const who of [few, many])
    for (const hasSessions of [false, true]) {
      const count = await countedQueries(given.db, async (db) => {
        const { entries } = await agendaOf({ ...given, db }, who, { hasSessions })
        expect(Object.keys(entries)).toHaveLength(who === many ? 100 : 2)
      })
      counts.push(count)
    }
  expect(counts[2]).toBe(counts[0])
  expect(counts[3]).toBe(counts[1])
})
