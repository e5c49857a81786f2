import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenDay, readFeeds, valuesOf } from '#tests/calendar/given-feeds.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { testServices } from '#tests/support/app.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { findEvents } from '#app/events/catalogue-queries.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import type { Details } from '#app/events/details-form.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { eventJsonLd } from '#app/events/json-ld.ts'
import { postponeEvent } from '#app/events/postpone-event.server.ts'
import { reinstateEvent } from '#app/events/reinstate-event.server.ts'
import { updateEventDetails } from '#app/events/update-event-details.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'
import { typedDetails } from '#tests/support/typed-details.ts'

const LATER = '2026-11-22T08:00:00.000Z'
const LATEST = '2026-11-23T08:00:00.000Z'
const actor = { kind: 'account', id: 'an-account' } as const

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>
let day: Awaited<ReturnType<typeof givenDay>>

beforeEach(async () => {
  run = await testServices()
  db = run.db
  day = await givenDay(db)
})
afterEach(async () => {
  const counts = await checkInvariants(db)
  expect(counts.filter(({ violations, invariant }) => violations > 0 && invariant === 10)).toEqual([])
  await run.close()
})

const postpone = (now = LATER) => postponeEvent(db, { eventId: day.id, now, actor })
const reinstate = (now = LATEST) => reinstateEvent(db, { eventId: day.id, now, actor })
const row = () => db.selectFrom('events').selectAll().where('id', '=', day.id).executeTakeFirstOrThrow()
const refusedAs = (code: string) => ({ ok: false, refusals: [{ code }] })

async function saveDetails(change: Partial<Details>, now = LATEST) {
  const form = await typedDetails(db, day.id, change)
  expect(await updateEventDetails(db, { eventId: day.id, form, now, actor })).toMatchObject({ ok: true })
}

async function register() {
  const person = { ticketTypeId: day.tickets[0]!.id, fullName: 'Ng', email: `${newId(LATER)}@example.org` }
  const consents = [{ kind: 'conduct' as const, version: '1', isGiven: true }]
  const order = { eventId: day.id, formKey: newId(LATER), language: 'en', people: [person], consents }
  return (await placeOrders(db, { now: LATER, orders: [order] }))[0]!
}

describe('postponing', () => {
  it('keeps seats, refuses new ones, and is on record', async () => {
    expect(await register()).toMatchObject({ ok: true })
    expect(await postpone()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'published', postponedAt: LATER, sequence: 1, calendarAt: LATER })
    expect(await register()).toMatchObject(refusedAs('event-closed'))
    const states = await db.selectFrom('registrations').select('state').where('eventId', '=', day.id).execute()
    expect(states).toEqual([{ state: 'confirmed' }])
    const audit = await db.selectFrom('auditEntries').select('action').where('objectId', '=', day.id).execute()
    expect(audit).toEqual([{ action: 'event.postponed' }])
  })

  it('is refused twice over, of what is not public, and of what is over', async () => {
    expect(await postpone()).toMatchObject({ ok: true })
    expect(await postpone()).toEqual(refusedAs('postponed-already'))
    await cancelEvent(db, { eventId: day.id, now: LATER, actor })
    expect(await postpone()).toEqual(refusedAs('not-published'))
    day = await givenDay(db)
    expect(await postpone('2027-06-15T00:00:00.000Z')).toEqual(refusedAs('date-over'))
  })

  it('keeps it among what is to come when its old date is over, and last of all', async () => {
    await postpone()
    const after = '2027-07-01T00:00:00.000Z'
    const found = await findEvents(run.services, NO_FILTERS, after, 'en')
    expect(found.rows.map(({ id, status }) => [id, status.kind])).toEqual([[day.id, 'postponed']])
    expect(found.facets.when).toContainEqual({ value: 'upcoming', count: 1 })
    const past = await findEvents(run.services, { ...NO_FILTERS, when: 'past' }, after, 'en')
    expect(past.rows).toEqual([])
  })

  it('is told to search engines, and so is the new date, with the old one beside it', async () => {
    const tell = async () => eventJsonLd((await eventView(db, day.slug, 'en'))!, 'https://e.org/', LATER)
    expect(await tell()).toMatchObject({ eventStatus: 'https://schema.org/EventScheduled' })
    await saveDetails({ endsTime: '24:00' })
    expect(await tell()).toMatchObject({ endDate: '2027-06-15T00:00:00+02:00' })
    await postpone()
    const postponed = await tell()
    expect(postponed).toMatchObject({ eventStatus: 'https://schema.org/EventPostponed' })
    expect(postponed).not.toHaveProperty('offers')
    await saveDetails({ startsOn: '2027-09-06', endsOn: '2027-09-06' })
    const status = 'https://schema.org/EventRescheduled'
    expect(await tell()).toMatchObject({ eventStatus: status, previousStartDate: '2027-06-14' })
    await cancelEvent(db, { eventId: day.id, now: LATEST, actor })
    expect(await tell()).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
  })

  it('ends with a new date, not with another word or an old date put right', async () => {
    await postpone()
    await saveDetails({ title: 'Another title' })
    expect(await row()).toMatchObject({ postponedAt: LATER, sequence: 2 })
    await saveDetails({ startsOn: '2026-11-20', endsOn: '2026-11-20' })
    expect(await row()).toMatchObject({ postponedAt: LATER, previousOn: '2027-06-14' })
    await saveDetails({ startsOn: '2027-09-06', endsOn: '2027-09-06' })
    expect(await row()).toMatchObject({ postponedAt: null, previousOn: '2026-11-20', sequence: 4 })
    const { event } = await readFeeds(db, day.id)
    expect(valuesOf(event, 'STATUS')).toEqual(['CONFIRMED'])
    expect(await register()).toMatchObject({ ok: true })
  })

  it('a date that nobody saw is forgotten', async () => {
    day = await givenDay(db, { status: 'draft', publishedAt: null })
    await saveDetails({ startsOn: '2027-09-06', endsOn: '2027-09-06' })
    expect(await row()).toMatchObject({ previousOn: null })
  })
})

describe('holding it after all', () => {
  it('on the old date after it was postponed', async () => {
    const before = await readFeeds(db, day.id)
    await postpone()
    expect(await reinstate()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'published', postponedAt: null, sequence: 2, calendarAt: LATEST })
    const after = await readFeeds(db, day.id)
    for (const name of ['UID', 'DTSTART', 'DTEND', 'STATUS', 'SUMMARY'])
      expect(valuesOf(after.both, name)).toEqual(valuesOf(before.both, name))
    expect(valuesOf(after.both, 'SEQUENCE')).toEqual(['2', '2', '2'])
  })

  it('after it was cancelled, without the seats that have ended', async () => {
    await givenParticipants(db, day, [{ fullName: 'Ng' }])
    await cancelEvent(db, { eventId: day.id, now: LATER, actor })
    await db.updateTable('registrations').set({ state: 'cancelled' }).where('eventId', '=', day.id).execute()
    expect(await reinstate()).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ status: 'published', cancelledAt: null, sequence: 2 })
    const states = await db.selectFrom('registrations').select('state').where('eventId', '=', day.id).execute()
    expect(states).toEqual([{ state: 'cancelled' }])
    const audit = await db
      .selectFrom('auditEntries')
      .select('action')
      .where('objectId', '=', day.id)
      .orderBy('at')
      .execute()
    expect(audit.map(({ action }) => action)).toEqual(['event.cancelled', 'event.reinstated'])
  })

  it('is refused of what is held anyway, was never public, or has only a date that is over', async () => {
    expect(await reinstate()).toEqual(refusedAs('not-called-off'))
    await postpone()
    expect(await reinstate('2027-06-15T00:00:00.000Z')).toEqual(refusedAs('date-over'))
    day = await givenDay(db, { status: 'cancelled', cancelledAt: LATER, publishedAt: null })
    expect(await reinstate()).toEqual(refusedAs('not-called-off'))
  })

  it('two who do it at once do it once', async () => {
    await postpone()
    const outcomes = await Promise.all([reinstate(), reinstate()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await row()).toMatchObject({ sequence: 2 })
  })
})
