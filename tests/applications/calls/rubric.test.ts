import { expect, test } from 'vitest'
import { AT, givenDraft, made, refusedAs } from './a-call.ts'
import type { CriterionForm } from '#app/applications/calls/criterion-form.ts'
import { listCriteria, seenCriterion } from '#app/applications/calls/list-criteria.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { removeCallPart } from '#app/applications/calls/remove-call-part.server.ts'
import { saveCriterion } from '#app/applications/calls/save-criterion.server.ts'
import { namedCategories, weightShare } from '#app/applications/calls/weight-shares.ts'
import { newId } from '#app/values/id.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

const form = (given: Partial<CriterionForm> = {}): CriterionForm => ({
  seen: '',
  textLanguage: 'en',
  code: undefined,
  label: 'Need',
  help: '',
  maximum: 5,
  weights: { '': 25, returning: 20 },
  anchors: [{ score: 3, text: 'some' }],
  ...given,
})

test('criteria with weights by category come to a hundred per cent each', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const { id, change } = await givenDraft(db, event.id)
  const need = made(await saveCriterion(db, { ...change, criterionId: null, form: form() })).id
  const plan = form({ label: 'Plan', code: 'plan', weights: { '': 75 } })
  made(await saveCriterion(db, { ...change, criterionId: null, form: plan }))
  expect(refusedAs(await saveCriterion(db, { ...change, criterionId: null, form: plan }))).toEqual(['code-taken code'])
  const { criteria } = (await readCall(db, { callId: id, language: 'en' }))!
  expect(namedCategories(criteria)).toEqual(['', 'returning'])
  const shares = (category: '' | 'returning') =>
    criteria.map((criterion) => Math.round(weightShare(criteria, criterion, category)! * 10) / 10)
  expect([shares(''), shares('returning')]).toEqual([
    [25, 75],
    [21.1, 78.9],
  ])
  expect(weightShare([], { id: 'x', weights: {} }, '')).toBeNull()
  expect(refusedAs(await saveCriterion(db, { ...change, criterionId: need, form: form() }))).toEqual(['stale'])
  const foreign = { ...change, eventId: 'none', criterionId: need, form: form() }
  expect(refusedAs(await saveCriterion(db, foreign))).toEqual(['gone'])
  const text = { label: 'Need', help: '', anchors: [{ score: 3, text: 'some' }] }
  const seen = seenCriterion({ code: criteria[0]!.code, maximum: 5, weights: { '': 25, returning: 20 } }, text)
  made(await saveCriterion(db, { ...change, criterionId: need, form: form({ seen, maximum: 10 }) }))
  made(await removeCallPart(db, { ...change, part: 'criteria', id: need }))
  await close()
})

test('once a review was handed in only words change', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'inet' })
  await givenApplications(test.services, { call, count: 1 })
  const application = await db.selectFrom('applications').select('id').executeTakeFirstOrThrow()
  const { accountId } = await givenAccount(db, 'reviewer@example.org')
  await db
    .insertInto('reviews')
    .values({
      id: newId(NOW),
      callId: call.id,
      applicationId: application.id,
      accountId,
      state: 'submitted',
      isThird: 0,
      privateComment: '',
      sharedComment: '',
      reason: '',
      total: 50_000,
      version: 1,
      assignedBy: null,
      assignedAt: NOW,
      savedAt: NOW,
      submittedAt: NOW,
    })
    .execute()
  const change = { eventId: event.id, callId: call.id, ...AT }
  const [criterion] = await listCriteria(db, call.id, 'en')
  const text = criterion!.texts.find(({ language }) => language === 'en')!
  const { maximum, weights, id } = criterion!
  const same = form({ ...text, textLanguage: 'en', maximum, weights, seen: seenCriterion(criterion!, text) })
  const save = { ...change, criterionId: id }
  expect(refusedAs(await saveCriterion(db, { ...save, form: { ...same, maximum: maximum + 1 } }))).toEqual([
    'rubric-scored',
  ])
  expect(refusedAs(await saveCriterion(db, { ...save, form: { ...same, weights: { '': 1 } } }))).toEqual([
    'rubric-scored',
  ])
  expect(refusedAs(await saveCriterion(db, { ...change, criterionId: null, form: form() }))).toEqual(['rubric-scored'])
  expect(refusedAs(await removeCallPart(db, { ...change, part: 'criteria', id }))).toEqual(['rubric-scored'])
  made(await saveCriterion(db, { ...save, form: { ...same, label: 'Clearer words' } }))
  expect((await listCriteria(db, call.id, 'en'))[0]!.label).toBe('Clearer words')
  await test.close()
})
