import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eventBefore } from '#app/mail/event-before.ts'
import { countTold, planTelling } from '#app/registrations/telling/told.server.ts'
import { tellParticipants } from '#app/registrations/telling/tell-participants.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
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

async function givenSeats(count: number) {
  const event = await givenEvent(test_.db, { tickets: [{ maxPerOrder: 50, allowsRepeat: 1 }] })
  const typeId = event.tickets[0]!.id
  for (let from = 0; from < count; from += 25) {
    const people = Array.from({ length: Math.min(25, count - from) }, (_, at) =>
      aPerson(typeId, { email: `guest-${from + at}@example.org` }),
    )
    await placed(test_.db, anOrder(event, { people, language: 'fr' }))
  }
  return event
}

const told = async () =>
  await test_.db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', 'event-moved')
    .orderBy('recipientKey')
    .execute()

async function tell(eventId: string, occasion: string, db = test_.db) {
  const row = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
  const before = eventBefore(row)
  return await tellParticipants(db, { eventId, template: 'event-moved', occasion, before, now: NOW, actor })
}

test('everybody with a seat and who ordered it, each address once, in the language of the order', async () => {
  const event = await givenSeats(2)
  const orderer = { fullName: 'Pay Master', email: 'Pay@example.org' }
  const people = [aPerson(event.tickets[0]!.id, { email: 'GUEST-1@example.org' })]
  await placed(test_.db, anOrder(event, { orderer, people, language: 'en' }))
  expect(await countTold(test_.db, event.id, 'event-moved')).toBe(3)
  expect(await tell(event.id, 'one')).toEqual({ ok: true, value: { told: 3 } })
  expect((await told()).map(({ recipientKey, language }) => [recipientKey, language])).toEqual([
    ['guest-0@example.org', 'fr'],
    ['guest-1@example.org', 'fr'],
    ['pay@example.org', 'en'],
  ])
  const audit = await test_.db.selectFrom('auditEntries').selectAll().where('action', '=', 'event.told').execute()
  expect(audit.map(({ after }) => JSON.parse(after) as unknown)).toMatchObject([{ people: 3, occasion: 'one' }])
})

test('never twice for one occasion, again for another', async () => {
  const event = await givenSeats(3)
  await Promise.all([tell(event.id, 'one'), tell(event.id, 'one')])
  expect(await told()).toHaveLength(3)
  await tell(event.id, 'two')
  expect(await told()).toHaveLength(6)
})

test('not who cancelled, not of an event that the public does not see, and nobody who was erased', async () => {
  const event = await givenSeats(3)
  await test_.db.updateTable('registrations').set({ state: 'cancelled', activeKey: null }).limit(1).execute()
  const { told: seated } = await planTelling(test_.db, event.id, 'event-moved')
  expect(seated.length).toBe(await countTold(test_.db, event.id, 'event-moved'))
  await test_.db.updateTable('people').set({ email: null, emailKey: null }).execute()
  expect(await tell(event.id, 'one')).toEqual({ ok: true, value: { told: 0 } })
  expect(await countTold(test_.db, event.id, 'event-moved')).toBe(0)
  await test_.db.updateTable('events').set({ status: 'draft' }).execute()
  expect(await tell(event.id, 'two')).toEqual({ ok: true, value: { told: 0 } })
})

test('thousands take a bounded number of statements', async () => {
  const event = await givenSeats(450)
  const one = await givenSeats(1)
  const few = await countedQueries(test_.db, (db) => tell(one.id, 'one', db))
  const many = await countedQueries(test_.db, (db) => tell(event.id, 'one', db))
  expect(await told()).toHaveLength(451)
  expect(many - few).toBe(2)
})

test('that it is held after all is told to those whose seats the cancelling ended', async () => {
  const event = await givenSeats(2)
  await callOffEvent(test_.db, { eventId: event.id, now: NOW, actor })
  expect(await countTold(test_.db, event.id, 'event-moved')).toBe(0)
  expect(await countTold(test_.db, event.id, 'event-reinstated')).toBe(2)
})

test('saving details tells in the same transaction: what the organizers tick, and of time and place alone', async () => {
  const event = await givenSeats(2)
  expect(await changeDetails(test_.db, event.id, { change: { title: 'Another title' } })).toMatchObject({ told: 0 })
  expect(await changeDetails(test_.db, event.id, { change: { city: 'Musanze' }, isTold: false })).toMatchObject({
    told: 0,
  })
  expect(await told()).toEqual([])
  expect(await changeDetails(test_.db, event.id, { change: { venue: 'Another hall' } })).toMatchObject({ told: 2 })
  expect(await changeDetails(test_.db, event.id, { change: {} })).toMatchObject({ told: 0, changed: [] })
  expect(await told()).toHaveLength(2)
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
})
