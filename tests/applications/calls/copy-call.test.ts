import { expect, test } from 'vitest'
import { AT, made, refusedAs } from './a-call.ts'
import { copyCall } from '#app/applications/calls/copy-call.server.ts'
import { listCopyable } from '#app/applications/calls/list-copyable.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { CLONE_PARTS } from '#app/events/cloning/clone-parts.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { addDays } from '#app/values/moment.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'
import { testServices } from '#tests/support/app.ts'

/** A call without what differs from copy to copy. */
function shape(call: NonNullable<Awaited<ReturnType<typeof readCall>>>) {
  return {
    questions: call.sections.map(({ code, questions }) => [
      code,
      questions.map(({ code, kind, label, choiceIds, shownWhen }) => [
        code,
        kind,
        label,
        choiceIds.map((id) => call.choices.find((choice) => choice.id === id)?.code),
        shownWhen && call.sections.flatMap((one) => one.questions).find(({ id }) => id === shownWhen.questionId)?.code,
      ]),
    ]),
    criteria: call.criteria.map(({ code, maximum, weights, anchors }) => [code, maximum, weights, anchors]),
    rules: call.rules,
    choices: call.choices.map(({ code, name, seats }) => [code, name, seats]),
  }
}

test('the next edition: all of a call but those who applied, so many days later, as a draft', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw' })
  await givenApplications(test.services, { call, count: 5 })
  const next = await givenEvent(db, { startsOn: addDays('2027-06-14', 364) })
  const track = await givenTrack(db, next.id, 'T1', 'Host-based')
  const form = { title: 'Admission 2028', textLanguage: 'en', copyOf: call.id }
  const copied = made(await copyCall(db, { eventId: next.id, reach: 'all', form, ...AT }))
  const copy = (await readCall(db, { callId: copied.id, language: 'en' }))!
  expect(shape(copy)).toEqual(shape(call))
  expect(copy).toMatchObject({ status: 'draft', eventId: next.id, title: 'Admission 2028', slug: 'admission-2028' })
  expect(copy.closesAt!.slice(0, 10)).toBe(addDays(call.closesAt!.slice(0, 10), 364))
  expect(copy.choices.map(({ eventId }) => eventId)).toEqual(copy.choices.map(() => next.id))
  expect(copy.choices.find(({ code }) => code === 'T1')!.trackId).toBe(track)
  const people = await db.selectFrom('applications').select('id').where('callId', '=', copied.id).execute()
  expect(people).toEqual([])
  const packages = await db.selectFrom('awardPackages').select('code').where('callId', '=', copied.id).execute()
  expect(packages.length).toBeGreaterThan(0)
  const row = await db.selectFrom('calls').selectAll().where('id', '=', copied.id).executeTakeFirstOrThrow()
  expect([row.lastNumber, row.openedAt]).toEqual([0, null])

  const again = made(await copyCall(db, { eventId: event.id, reach: 'all', form: { ...form, title: 'Second' }, ...AT }))
  const twin = (await readCall(db, { callId: again.id, language: 'en' }))!
  expect(twin.choices.map(({ ticketTypeId }) => ticketTypeId)).toEqual(
    call.choices.map(({ ticketTypeId }) => ticketTypeId),
  )
  expect(twin.closesAt).toBe(call.closesAt)
  await test.close()
})

test('what one does not organize is neither offered nor copied', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ndss' })
  const mine = await givenEvent(db)
  const reach = { seriesIds: [], eventIds: [mine.id] }
  expect(await listCopyable(db, { reach, language: 'en' })).toEqual([])
  const form = { title: 'Mine', textLanguage: 'en', copyOf: call.id }
  expect(refusedAs(await copyCall(db, { eventId: mine.id, reach, form, ...AT }))).toEqual(['unknown-call copyOf'])
  const both = { seriesIds: [], eventIds: [mine.id, event.id] }
  expect((await listCopyable(db, { reach: both, language: 'en' })).map(({ id }) => id)).toEqual([call.id])
  await test.close()
})

test('an event that is made from another brings its calls, and its funds without their money', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw' })
  const { seriesId } = await db
    .selectFrom('events')
    .select('seriesId')
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
  const form = { title: 'NTW 2028', startsOn: '2028-06-12', parts: [...CLONE_PARTS] }
  const cloned = made(await cloneEvent(db, { fromId: event.id, form, seriesIds: [seriesId], ...AT }))
  const { id } = await db.selectFrom('calls').select('id').where('eventId', '=', cloned.id).executeTakeFirstOrThrow()
  const copy = (await readCall(db, { callId: id, language: 'en' }))!
  expect(shape(copy)).toEqual(shape(call))
  expect(copy.slug).toBe(call.slug)
  const tickets = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', cloned.id).execute()
  for (const { ticketTypeId } of copy.choices) expect(tickets.map((ticket) => ticket.id)).toContain(ticketTypeId)
  const funds = await db
    .selectFrom('funds')
    .select(['budgetMinor', 'committedMinor'])
    .where('eventId', '=', cloned.id)
    .execute()
  expect(funds.length).toBeGreaterThan(0)
  expect(funds.every(({ budgetMinor, committedMinor }) => budgetMinor === 0 && committedMinor === 0)).toBe(true)
  const without = { ...form, parts: [] }
  const bare = made(await cloneEvent(db, { fromId: event.id, form: without, seriesIds: [seriesId], ...AT }))
  expect(await db.selectFrom('calls').select('id').where('eventId', '=', bare.id).execute()).toEqual([])
  await test.close()
})
