import { expect, test } from 'vitest'
import { AT, detailsOf, givenDraft, made, refusedAs } from './a-call.ts'
import { callChecklist, callStops } from '#app/applications/calls/call-checklist.ts'
import { cancelCall, closeCall, extendCall, openCall } from '#app/applications/calls/change-call-status.server.ts'
import { findCallFacts } from '#app/applications/calls/find-call-facts.server.ts'
import { saveCallDetails } from '#app/applications/calls/save-call-details.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenCall } from '#tests/support/given-call.ts'
import { NOW, testServices } from '#tests/support/app.ts'

const DAY = 24 * 60

async function eventDates(db: Awaited<ReturnType<typeof testServices>>['db'], id: string) {
  const columns = ['applyFromAt', 'applyUntilAt', 'scholarshipFromAt', 'scholarshipUntilAt', 'version'] as const
  return await db.selectFrom('events').select(columns).where('id', '=', id).executeTakeFirstOrThrow()
}

test('an empty draft says what it lacks, and does not open', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const { id, change } = await givenDraft(db, event.id)
  const stops = callStops(callChecklist(await findCallFacts(db, id, 'en'), NOW)).map(({ code }) => code)
  expect(stops).toEqual(['closes', 'choices', 'questions', 'criteria'])
  expect(refusedAs(await openCall(db, change))).toEqual(['call-not-ready'])
  made(await saveCallDetails(db, { ...change, form: await detailsOf(db, id, { closesAt: addMinutes(NOW, -1) }) }))
  await db.updateTable('events').set({ status: 'cancelled' }).where('id', '=', event.id).execute()
  const more = callStops(callChecklist(await findCallFacts(db, id, 'en'), NOW)).map(({ code }) => code)
  expect(more).toEqual(['event', 'closed', 'choices', 'questions', 'criteria'])
  await close()
})

test('it opens, gets more time, closes early, opens again and is called off; the event follows', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw', status: 'draft', opensAt: null })
  const change = { eventId: event.id, callId: call.id, ...AT }
  expect((await eventDates(db, event.id)).applyUntilAt).toBeNull()
  for (const turn of [
    closeCall,
    (...args: Parameters<typeof closeCall>) => extendCall(args[0], { ...args[1], closesAt: addMinutes(NOW, 90 * DAY) }),
  ])
    expect(refusedAs(await turn(db, change))).toEqual(['call-not-open'])
  const version = (await eventDates(db, event.id)).version
  made(await openCall(db, change))
  const opened = await eventDates(db, event.id)
  expect([opened.applyFromAt, opened.applyUntilAt]).toEqual([NOW, call.closesAt])
  expect([opened.scholarshipFromAt, opened.scholarshipUntilAt]).toEqual([NOW, call.closesAt])
  expect(opened.version).toBeGreaterThan(version)
  expect(refusedAs(await openCall(db, change))).toEqual(['call-not-draft'])

  const later = addMinutes(call.closesAt!, DAY)
  expect(refusedAs(await extendCall(db, { ...change, closesAt: call.closesAt! }))).toEqual(['call-not-later closesAt'])
  made(await extendCall(db, { ...change, closesAt: later }))
  expect((await eventDates(db, event.id)).applyUntilAt).toBe(later)
  const soon = { ...change, now: addMinutes(NOW, DAY) }
  made(await closeCall(db, soon))
  expect((await eventDates(db, event.id)).applyUntilAt).toBe(soon.now)
  made(await extendCall(db, { ...soon, closesAt: later }))
  expect((await eventDates(db, event.id)).applyUntilAt).toBe(later)
  made(await cancelCall(db, soon))
  expect((await eventDates(db, event.id)).applyUntilAt).toBe(soon.now)
  expect(refusedAs(await cancelCall(db, soon))).toEqual(['call-cancelled'])
  expect(refusedAs(await extendCall(db, { ...soon, closesAt: later }))).toEqual(['call-not-open'])
  const log = await db
    .selectFrom('auditEntries')
    .select('action')
    .where('objectId', '=', call.id)
    .where('action', '!=', 'call.created')
    .execute()
  expect(log.map(({ action }) => action).toSorted()).toEqual([
    'call.cancelled',
    'call.closed',
    'call.extended',
    'call.opened',
    'call.reopened',
  ])
  await test.close()
})

test('a call of another event is not there for any of it', async () => {
  const test = await testServices()
  const { call } = await givenCall(test.services, { sample: 'ndss' })
  const other = await givenEvent(test.db)
  const change = { eventId: other.id, callId: call.id, ...AT }
  for (const turn of [openCall, closeCall, cancelCall]) expect(refusedAs(await turn(test.db, change))).toEqual(['gone'])
  await test.close()
})
