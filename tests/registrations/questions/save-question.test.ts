import { expect, test } from 'vitest'
import { ACTOR, givenQuestion, questionForm, YES_NO } from './a-question.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { moveQuestion } from '#app/registrations/questions/move-question.server.ts'
import type { QuestionForm } from '#app/registrations/questions/question-form.ts'
import { removeQuestion } from '#app/registrations/questions/remove-question.server.ts'
import { saveQuestion } from '#app/registrations/questions/save-question.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const at = { now: NOW, actor: ACTOR }

async function setUp() {
  const test = await testServices()
  const event = await givenEvent(test.db)
  const save = (questionId: string | null, given: Partial<QuestionForm>) =>
    saveQuestion(test.db, { eventId: event.id, questionId, form: questionForm(given), ...at })
  return { ...test, event, save }
}

const refusedAs = (code: string, field: string) => ({ ok: false, refusals: [{ code, field }] })

test('a form changed after answers never changes what was answered, and is another version', async () => {
  const { db, event, close } = await setUp()
  const given = { kind: 'choice', label: 'What do you eat?', options: YES_NO } as const
  const id = await givenQuestion(db, event.id, given)
  await givenQuestion(db, event.id, { ...given, label: 'Your food' }, id)
  const versionOf = async () =>
    (await db.selectFrom('questions').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  expect(await versionOf()).toBe(1)

  const asked = '{"label":"Your food","language":"en","options":[{"value":"o2","label":"Halal"}]}'
  await givenParticipants(db, event, [
    { fullName: 'A', answers: [{ questionId: id, value: 'o2', asked, questionVersion: 1 }] },
  ])
  const answer = () => db.selectFrom('answers').selectAll().executeTakeFirstOrThrow()
  const before = await answer()

  // The same words again are no new version; a required one is another rule, not another wording.
  await givenQuestion(db, event.id, { ...given, label: 'Your food', isRequired: true }, id)
  expect(await versionOf()).toBe(1)
  // The chosen option goes, and a new one comes: it never gets the value of one that somebody chose.
  await givenQuestion(
    db,
    event.id,
    { ...given, label: 'Your food', options: [YES_NO[0]!, { value: '', label: 'Kosher' }] },
    id,
  )
  expect(await versionOf()).toBe(2)
  const [question] = await listQuestions(db, event.id, 'en')
  expect(question!.texts[0]!.options).toEqual([YES_NO[0], { value: 'o3', label: 'Kosher' }])
  expect(await answer()).toEqual(before)
  expect(before).toMatchObject({ value: 'o2', asked, questionVersion: 1, answeredAt: NOW })

  // A translation with the same options is no new version.
  await givenQuestion(
    db,
    event.id,
    { ...given, textLanguage: 'fr', label: 'Repas', options: question!.texts[0]!.options },
    id,
  )
  expect(await versionOf()).toBe(2)
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await close()
})

test('what a question hangs on must be there, be asked no later, and not hang on it', async () => {
  const { db, event, save, close } = await setUp()
  const visa = await givenQuestion(db, event.id, { kind: 'yesno', label: 'Visa' })
  const text = await givenQuestion(db, event.id, { kind: 'text', label: 'Text' })
  const on = (questionId: string, value: string) => ({ shownWhen: { questionId, value } })
  expect(await save(null, on('nowhere', 'yes'))).toEqual(refusedAs('condition-unknown', 'shownWhen'))
  expect(await save(null, on(text, 'x'))).toEqual(refusedAs('condition-unknown', 'shownWhen'))
  expect(await save(null, on(visa, 'perhaps'))).toEqual(refusedAs('condition-unknown', 'shownWhen'))
  const letter = await givenQuestion(db, event.id, { kind: 'yesno', label: 'Letter', ...on(visa, 'yes') })
  expect(await save(visa, { kind: 'yesno', ...on(letter, 'yes') })).toEqual(refusedAs('condition-circle', 'shownWhen'))
  expect(await save(visa, { kind: 'yesno', ...on(visa, 'yes') })).toEqual(refusedAs('condition-circle', 'shownWhen'))
  expect(await save(visa, { kind: 'yesno', stage: 'accepted' })).toEqual(refusedAs('condition-later', 'stage'))
  const late = await givenQuestion(db, event.id, { kind: 'yesno', label: 'Late', stage: 'before-event' })
  expect(await save(null, { ...on(late, 'yes'), stage: 'accepted' })).toEqual(refusedAs('condition-later', 'shownWhen'))
  expect(await save(visa, { kind: 'text' })).toEqual(refusedAs('option-needed', 'kind'))
  expect(await save(visa, { kind: 'yesno', isAsked: false })).toEqual(refusedAs('question-needed', 'isAsked'))
  const remove = (questionId: string) => removeQuestion(db, { eventId: event.id, questionId, ...at })
  expect(await remove(visa)).toEqual({ ok: false, refusals: [{ code: 'question-needed' }] })
  expect(await remove(letter)).toMatchObject({ ok: true })
  expect(await remove(visa)).toMatchObject({ ok: true, value: { isRetired: false } })
  await close()
})

test('an option that another question waits for stays', async () => {
  const { db, event, save, close } = await setUp()
  const options = [...YES_NO, { value: 'o3', label: 'Other' }]
  const diet = await givenQuestion(db, event.id, { kind: 'choices', options })
  await givenQuestion(db, event.id, { label: 'Which?', shownWhen: { questionId: diet, value: 'o3' } })
  expect(await save(diet, { kind: 'choices', options: YES_NO })).toEqual(refusedAs('option-needed', 'kind'))
  expect(await save(diet, { kind: 'choices', options: options.slice(1) })).toMatchObject({ ok: true })
  await close()
})

test('questions move up and down among those of their stage', async () => {
  const { db, event, close } = await setUp()
  const a = await givenQuestion(db, event.id, { label: 'A' })
  const late = await givenQuestion(db, event.id, { label: 'L', stage: 'before-event' })
  const b = await givenQuestion(db, event.id, { label: 'B' })
  const order = async () => (await listQuestions(db, event.id, 'en')).map(({ label }) => label).join('')
  const move = (questionId: string, by: -1 | 1) => moveQuestion(db, { eventId: event.id, questionId, by, ...at })
  await move(b, -1)
  expect(await order()).toBe('BLA')
  await move(b, -1)
  await move(late, 1)
  expect(await order()).toBe('BLA')
  await move(b, 1)
  expect(await order()).toBe('ALB')
  expect(await moveQuestion(db, { eventId: 'another', questionId: a, by: 1, ...at })).toMatchObject({ ok: false })
  await close()
})
