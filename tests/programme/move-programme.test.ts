import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { postponeEvent } from '#app/events/postpone-event.server.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { changeDetails } from '#tests/mail/calendar-mails.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const actor = { kind: 'account', id: 'an-account' } as const

async function givenProgramme(zone = 'Africa/Kigali') {
  const event = await givenEvent(test_.db, { startsOn: '2027-06-14', endsOn: '2027-06-18', zone })
  await givenSession(test_.db, event.id, { title: 'One', day: '2027-06-14', from: '09:00', to: '10:30' })
  await givenSession(test_.db, event.id, { title: 'Two', day: '2027-06-15', from: '09:00', to: '10:30' })
  return event
}

async function programme(eventId: string) {
  const rows = await test_.db
    .selectFrom('sessions')
    .select(['title', 'heldOn', 'startsTime', 'startsAt', 'endsAt', 'sequence'])
    .where('eventId', '=', eventId)
    .orderBy('title')
    .execute()
  return rows.map((row) => [row.title, row.heldOn, row.startsTime, row.startsAt, row.endsAt, row.sequence])
}

async function noFaults() {
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
}

test('sessions move by as many days as the first day, a day onto the next one too, each SEQUENCE once', async () => {
  const event = await givenProgramme()
  const saved = await changeDetails(test_.db, event.id, { change: { startsOn: '2027-06-15', endsOn: '2027-06-19' } })
  expect(saved.moved).toBe(2)
  expect(await programme(event.id)).toEqual([
    ['One', '2027-06-15', '09:00', '2027-06-15T07:00:00.000Z', '2027-06-15T08:30:00.000Z', 1],
    ['Two', '2027-06-16', '09:00', '2027-06-16T07:00:00.000Z', '2027-06-16T08:30:00.000Z', 1],
  ])
  const audit = await test_.db.selectFrom('auditEntries').selectAll().where('action', '=', 'programme.moved').execute()
  expect(audit.map(({ after }) => JSON.parse(after) as unknown)).toMatchObject([{ days: 1, sessions: 2 }])
  await noFaults()
})

test('a new date after a postponement brings the programme along', async () => {
  const event = await givenProgramme()
  await postponeEvent(test_.db, { eventId: event.id, now: NOW, actor })
  await changeDetails(test_.db, event.id, { change: { startsOn: '2027-11-08', endsOn: '2027-11-12' } })
  expect((await programme(event.id)).map(([, heldOn]) => heldOn)).toEqual(['2027-11-08', '2027-11-09'])
  await noFaults()
})

test('they stay where they are when nobody wants them moved, or when the days stay', async () => {
  const event = await givenProgramme()
  const before = await programme(event.id)
  const later = { change: { startsOn: '2027-06-15' }, isProgrammeMoved: false }
  expect((await changeDetails(test_.db, event.id, later)).moved).toBe(0)
  expect((await changeDetails(test_.db, event.id, { change: { endsOn: '2027-06-20' }, minutes: 2 })).moved).toBe(0)
  expect(await programme(event.id)).toEqual(before)
})

test('in another zone their hours are those of its clocks, and an hour that is there twice is so on one day only', async () => {
  const event = await givenProgramme()
  await changeDetails(test_.db, event.id, { change: { zone: 'Asia/Kathmandu' }, isProgrammeMoved: false })
  expect((await programme(event.id))[0]).toEqual([
    'One',
    '2027-06-14',
    '09:00',
    '2027-06-14T03:15:00.000Z',
    '2027-06-14T04:45:00.000Z',
    1,
  ])

  const autumn = await givenEvent(test_.db, { startsOn: '2027-10-31', endsOn: '2027-10-31', zone: 'Europe/Berlin' })
  await givenSession(test_.db, autumn.id, { title: 'Night', day: '2027-10-31', from: '02:30', to: '04:00' })
  await test_.db.updateTable('sessions').set({ startsLater: 1 }).where('eventId', '=', autumn.id).execute()
  await changeDetails(test_.db, autumn.id, { change: { startsOn: '2027-11-01', endsOn: '2027-11-01' } })
  const [moved] = await test_.db.selectFrom('sessions').selectAll().where('eventId', '=', autumn.id).execute()
  expect(moved).toMatchObject({ heldOn: '2027-11-01', startsAt: '2027-11-01T01:30:00.000Z', startsLater: 0 })
  await noFaults()
})

test('thirty sessions of one hour take as many questions as one', async () => {
  const count = async (sessions: number) => {
    const event = await givenEvent(test_.db, { startsOn: '2027-06-14', endsOn: '2027-06-18' })
    for (let at = 0; at < sessions; at++)
      await givenSession(test_.db, event.id, { title: `Talk ${at}`, day: '2027-06-14', from: '09:00', to: '10:30' })
    const change = { startsOn: '2027-06-15', endsOn: '2027-06-19' }
    return await countedQueries(test_.db, (db) => changeDetails(db, event.id, { change }))
  }
  // The first change of all makes the content version.
  await count(1)
  expect(await count(30)).toBe(await count(1))
})
