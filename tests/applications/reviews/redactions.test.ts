import { afterEach, beforeEach, expect, test } from 'vitest'
import { BY_AN_ORGANIZER } from './given-reviews.ts'
import { eraseCallAnswers } from '#app/applications/applying/erase-call-answers.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { redact } from '#app/applications/reviews/redact.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let call: Call
let applicationId: string
let questionId: string

beforeEach(async () => {
  test_ = await testServices()
  ;({ call } = await givenCall(test_, { sample: 'ndss', isBlind: true, hidden: ['name'] }))
  const [given] = await givenApplications(test_, { call, count: 1 })
  applicationId = given!.application.id
  const questions = call.sections.flatMap((section) => section.questions)
  questionId = questions.find(({ kind, isHidden }) => kind === 'file' && !isHidden)!.id
  await test_.db.updateTable('people').set({ email: 'me@example.org', emailKey: 'me@example.org' }).execute()
  await test_.db
    .updateTable('referees')
    .set({ state: 'answered', email: 'prof@example.org', emailKey: 'prof@example.org' })
    .execute()
})

afterEach(() => test_.close())

async function stored(text: string): Promise<string> {
  const kept = { purpose: 'application' as const, eventId: call.eventId, eraseAt: null, now: NOW }
  const file = await saveFile(test_.db, { content: Buffer.from(`%PDF-1.7\n${text}`), name: 'cv.pdf', ...kept })
  return file.ok ? file.value.id : ''
}

/** A file of the application, as an answer or as a letter, and the copy of it that reviewers are shown. */
async function given(as: 'answer' | 'letter') {
  const fileId = await stored(as)
  if (as === 'letter') await test_.db.updateTable('referees').set({ fileId }).execute()
  else {
    await test_.db.deleteFrom('applicationAnswers').where('questionId', '=', questionId).execute()
    const row = { applicationId, questionId, value: fileId, asked: '', questionVersion: 1 }
    await test_.db
      .insertInto('applicationAnswers')
      .values({ ...row, answeredAt: NOW, erasedAt: null })
      .execute()
  }
  return { fileId, copyId: await copied(fileId) }
}

async function copied(fileId: string): Promise<string> {
  const copyId = await stored('without a name')
  const done = await redact(test_.db, { call, fileId, copyId, actor: BY_AN_ORGANIZER, now: NOW })
  expect(done).toMatchObject({ ok: true })
  return copyId
}

/** Which of these have a content still. */
async function left(ids: string[]): Promise<string[]> {
  const rows = await test_.db
    .selectFrom('files')
    .select('id')
    .where('id', 'in', ids)
    .where('content', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

test('an answer that is erased on its day takes the copy for reviewers with it', async () => {
  const answer = await given('answer')
  const letter = await given('letter')
  await test_.db.updateTable('callQuestions').set({ eraseOn: '2027-08-31' }).where('id', '=', questionId).execute()
  expect(await eraseCallAnswers(test_.db, { now: '2027-09-02T00:00:00.000Z' })).toEqual({ erased: 1 })
  const all = [...Object.values(answer), ...Object.values(letter)]
  expect((await left(all)).toSorted()).toEqual(Object.values(letter).toSorted())
})

test('a person who is erased leaves neither a file nor a copy of it, of a letter neither', async () => {
  const all = [...Object.values(await given('answer')), ...Object.values(await given('letter'))]
  expect(await left(all)).toHaveLength(4)
  const erased = await erasePerson(test_.db, { email: 'me@example.org', actor: { kind: 'operator' }, now: NOW })
  expect(erased.ok).toBe(true)
  expect(await left(all)).toEqual([])
})

test('a referee who is erased takes the copy of their letter along, and nothing of the applicant', async () => {
  const answer = await given('answer')
  const letter = await given('letter')
  const erased = await erasePerson(test_.db, { email: 'prof@example.org', actor: { kind: 'operator' }, now: NOW })
  expect(erased.ok).toBe(true)
  expect(await left(Object.values(letter))).toEqual([])
  expect(await left(Object.values(answer))).toHaveLength(2)
})

test('a better copy, and the word that the file is harmless, erase the copy before', async () => {
  const { fileId, copyId } = await given('answer')
  const better = await copied(fileId)
  expect((await left([fileId, copyId, better])).toSorted()).toEqual([fileId, better].toSorted())
  await redact(test_.db, { call, fileId, copyId: null, actor: BY_AN_ORGANIZER, now: NOW })
  expect(await left([fileId, better])).toEqual([fileId])
})
