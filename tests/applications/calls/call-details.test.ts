import { expect, test } from 'vitest'
import { AT, detailsOf, givenDraft, IN_MAY, made, refusedAs } from './a-call.ts'
import { createCall } from '#app/applications/calls/create-call.server.ts'
import { saveCallDetails } from '#app/applications/calls/save-call-details.server.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

test('a draft has an address of its own, its texts in several languages, and a log', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const first = await givenDraft(db, event.id, 'Admission 2027')
  const second = await givenDraft(db, event.id, 'Admission 2027')
  const reserved = await givenDraft(db, event.id, 'New')
  expect([first.slug, second.slug]).toEqual(['admission-2027', 'admission-2027-2'])
  expect(reserved.slug).not.toBe('new')
  const form = await detailsOf(db, first.id, { textLanguage: 'fr', title: 'Admission', graceMinutes: 30 })
  made(await saveCallDetails(db, { ...first.change, form }))
  const texts = await db.selectFrom('callTexts').select(['language', 'title']).where('callId', '=', first.id).execute()
  expect(texts.map(({ language }) => language).toSorted()).toEqual(['en', 'fr'])
  const log = await db.selectFrom('auditEntries').select('action').where('objectId', '=', first.id).execute()
  expect(log.map(({ action }) => action).toSorted()).toEqual(['call.created', 'call.details-changed'])
  const gone = { ...AT, eventId: 'none', form: { title: 'A', kind: 'both' as const, textLanguage: 'en' } }
  expect(refusedAs(await createCall(db, gone))).toEqual(['gone'])
  await close()
})

test('two organizers never overwrite each other, and a call of another event is not there', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const other = await givenEvent(db)
  const { id, change } = await givenDraft(db, event.id)
  const mine = await detailsOf(db, id, { summary: 'Mine' })
  const theirs = await detailsOf(db, id, { summary: 'Theirs' })
  made(await saveCallDetails(db, { ...change, form: mine }))
  expect(refusedAs(await saveCallDetails(db, { ...change, form: theirs }))).toEqual(['stale'])
  const form = await detailsOf(db, id)
  expect(refusedAs(await saveCallDetails(db, { ...change, eventId: other.id, form }))).toEqual(['gone'])
  const stored = await db.selectFrom('callTexts').select('summary').executeTakeFirstOrThrow()
  expect(stored.summary).toBe('Mine')
  await close()
})

test('addresses are one of a kind and stay once public; the kind stays once somebody applies', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw' })
  const draft = await givenDraft(db, event.id, 'Second')
  const taken = await detailsOf(db, draft.id, { slug: call.slug })
  expect(refusedAs(await saveCallDetails(db, { ...draft.change, form: taken }))).toEqual(['call-slug-taken slug'])
  const open = { ...draft.change, callId: call.id }
  const moved = await detailsOf(db, call.id, { slug: 'elsewhere' })
  expect(refusedAs(await saveCallDetails(db, { ...open, form: moved }))).toEqual(['call-slug-public slug'])
  const endless = await detailsOf(db, call.id, { opensAt: null })
  expect(refusedAs(await saveCallDetails(db, { ...open, form: endless }))).toEqual(['call-open-dates opensAt'])
  await givenApplications(test.services, { call, count: 1 })
  const scholarship = await detailsOf(db, call.id, { kind: 'scholarship' })
  expect(refusedAs(await saveCallDetails(db, { ...open, form: scholarship }))).toEqual(['call-kind-applied kind'])
  const later = await detailsOf(db, call.id, { closesAt: IN_MAY })
  made(await saveCallDetails(db, { ...open, form: later }))
  const { applyUntilAt } = await db
    .selectFrom('events')
    .select('applyUntilAt')
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
  expect(applyUntilAt).toBe(IN_MAY)
  await test.close()
})
