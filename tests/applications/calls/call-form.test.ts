import { expect, test } from 'vitest'
import { givenDraft, givenSection, made, questionForm, refusedAs } from './a-call.ts'
import type { CallQuestionForm } from '#app/applications/calls/call-question-form.ts'
import { listCallQuestions, seenCallQuestion } from '#app/applications/calls/list-call-questions.server.ts'
import { moveCallPart } from '#app/applications/calls/move-call-part.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { removeCallPart } from '#app/applications/calls/remove-call-part.server.ts'
import { saveCallQuestion } from '#app/applications/calls/save-call-question.server.ts'
import { saveSection, seenSection } from '#app/applications/calls/save-section.server.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

async function setUp() {
  const test = await testServices()
  const { db } = test
  const event = await givenEvent(db)
  const draft = await givenDraft(db, event.id)
  const sectionId = await givenSection(db, draft.change)
  const find = async (id: string) => (await listCallQuestions(db, draft.id, 'en')).find((one) => one.id === id)!
  const save = async (given: Partial<CallQuestionForm>, questionId: string | null = null) => {
    const known = questionId ? await find(questionId) : null
    const text = known?.texts.find(({ language }) => language === (given.textLanguage ?? 'en'))
    const seen = known ? seenCallQuestion(known, text, known.choiceIds) : ''
    const form = questionForm({ sectionId, seen, ...given })
    return await saveCallQuestion(db, { ...draft.change, questionId, form })
  }
  const add = async (given: Partial<CallQuestionForm>) => made(await save(given)).id
  const read = async (language = 'en') => (await readCall(db, { callId: draft.id, language }))!
  return { ...test, event, draft, sectionId, find, save, add, read }
}

const YES_NO = [
  { value: '', label: 'Yes' },
  { value: '', label: 'No' },
]

test('every kind is read back as it was entered: options, grids with levels, tables of costs, in two languages', async () => {
  const { draft, add, save, read, close } = await setUp()
  const grid = await add({
    kind: 'grid',
    label: 'What have you done?',
    rows: [{ value: 'bgp', label: 'BGP' }],
    levels: [
      { value: '0', label: 'never' },
      { value: '1', label: 'in a lab' },
    ],
  })
  const choice = await add({ kind: 'choice', options: YES_NO })
  await add({ kind: 'costs', label: 'Your costs', rows: [{ value: '', label: 'Flight' }] })
  await add({ kind: 'longtext', label: 'Plan', maximum: 500, isInWords: true, isHidden: true })
  made(
    await save(
      {
        textLanguage: 'fr',
        kind: 'grid',
        label: 'Qu’avez-vous fait ?',
        rows: [{ value: 'bgp', label: 'BGP en production' }],
        levels: [
          { value: '0', label: 'jamais' },
          { value: '1', label: 'en labo' },
        ],
      },
      grid,
    ),
  )
  const [questions, french] = [(await read()).sections[0]!.questions, (await read('fr')).sections[0]!.questions]
  expect(questions[0]).toMatchObject({ rows: [{ value: 'bgp', label: 'BGP' }], levels: [{ label: 'never' }, {}] })
  expect(french[0]).toMatchObject({ label: 'Qu’avez-vous fait ?', rows: [{ label: 'BGP en production' }] })
  expect(questions[1]!.options.map(({ value }) => value)).toEqual(['o1', 'o2'])
  expect(questions[2]).toMatchObject({ kind: 'costs', rows: [{ value: 'o1', label: 'Flight' }], levels: [] })
  expect(questions[3]).toMatchObject({ maximum: 500, isInWords: true, isHidden: true })
  expect(questions.map(({ id }) => id).indexOf(choice)).toBe(1)
  expect(draft.slug).toBe('admission-2027')
  await close()
})

test('conditions: unknown answers, circles, and what another question waits for', async () => {
  const { add, save, close } = await setUp()
  const visa = await add({ kind: 'yesno', label: 'Visa?' })
  const choice = await add({ kind: 'choice', options: YES_NO, shownWhen: { questionId: visa, value: 'yes' } })
  const unknown = await save({ shownWhen: { questionId: visa, value: 'perhaps' } })
  expect(refusedAs(unknown)).toEqual(['condition-unknown shownWhen'])
  const circle = await save({ kind: 'yesno', shownWhen: { questionId: choice, value: 'o1' } }, visa)
  expect(refusedAs(circle)).toEqual(['condition-circle shownWhen'])
  expect(refusedAs(await save({ kind: 'yesno', isAsked: false }, visa))).toEqual(['question-needed isAsked'])
  expect(refusedAs(await save({ kind: 'text' }, visa))).toEqual(['option-needed kind'])
  await close()
})

test('foreign pages and choices, taken codes, and what somebody saved meanwhile', async () => {
  const { db, event, add, save, draft, sectionId, close } = await setUp()
  const other = await givenDraft(db, event.id, 'Another')
  const foreign = await givenSection(db, other.change)
  expect(refusedAs(await save({ sectionId: foreign }))).toEqual(['unknown-section sectionId'])
  expect(refusedAs(await save({ choiceIds: ['none'] }))).toEqual(['unknown-choice choiceIds'])
  const id = await add({ code: 'plan' })
  expect(refusedAs(await save({ code: 'plan' }))).toEqual(['code-taken code'])
  expect(refusedAs(await save({ seen: 'long ago', label: 'Other' }, id))).toEqual(['stale'])
  const form = questionForm({ sectionId })
  expect(refusedAs(await saveCallQuestion(db, { ...other.change, questionId: id, form }))).toEqual(['gone'])
  const section = { ...draft.change, sectionId, form: { seen: 'x', textLanguage: 'en', title: 'A', help: '' } }
  expect(refusedAs(await saveSection(db, section))).toEqual(['stale'])
  const seen = seenSection({ title: 'About you', help: '' })
  made(await saveSection(db, { ...section, form: { ...section.form, seen } }))
  expect(refusedAs(await saveSection(db, { ...section, callId: other.id }))).toEqual(['gone'])
  await close()
})

test('what was answered is retired, keeps its kind and its values, and other words are another version', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw' })
  await givenApplications(test.services, { call, count: 3 })
  const change = {
    eventId: event.id,
    callId: call.id,
    now: test.services.clock.now(),
    actor: { kind: 'system' } as const,
  }
  const all = await listCallQuestions(db, call.id, 'en')
  const question = all.find(
    ({ kind, isAnswered, id }) => kind === 'choice' && isAnswered && !all.some((one) => one.shownWhenQuestionId === id),
  )!
  const text = question.texts.find(({ language }) => language === 'en')!
  const form = questionForm({
    ...text,
    textLanguage: 'en',
    sectionId: question.sectionId,
    kind: 'choice',
    seen: seenCallQuestion(question, text, question.choiceIds),
    options: [...text.options.slice(0, 1).map(({ label }) => ({ value: 'renamed', label })), ...text.options.slice(1)],
    choiceIds: question.choiceIds,
  })
  const save = { ...change, questionId: question.id }
  expect(refusedAs(await saveCallQuestion(db, { ...save, form: { ...form, kind: 'text' } }))).toEqual([
    'kind-answered kind',
  ])
  made(await saveCallQuestion(db, { ...save, form: { ...form, label: 'Other words' } }))
  const after = (await listCallQuestions(db, call.id, 'en')).find(({ id }) => id === question.id)!
  expect(after.version).toBe(question.version + 1)
  expect(after.texts[0]!.options.map(({ value }) => value)).not.toContain('renamed')
  made(await removeCallPart(db, { ...change, part: 'questions', id: question.id }))
  const kept = await db.selectFrom('applicationAnswers').select('value').where('questionId', '=', question.id).execute()
  expect(kept.length).toBeGreaterThan(0)
  const shown = (await readCall(db, { callId: call.id, language: 'en' }))!
  expect(shown.sections.flatMap(({ questions }) => questions).some(({ id }) => id === question.id)).toBe(false)
  const section = refusedAs(await removeCallPart(db, { ...change, part: 'sections', id: question.sectionId }))
  expect(section).toEqual(['section-full'])
  await test.close()
})

test('questions and pages change places, unanswered ones go for good', async () => {
  const { db, draft, add, read, close } = await setUp()
  const first = await add({ label: 'First' })
  const second = await add({ label: 'Second' })
  const page = await givenSection(db, draft.change, 'Your work')
  const labels = async () => (await read()).sections[0]!.questions.map(({ label }) => label)
  made(await moveCallPart(db, { ...draft.change, part: 'questions', id: second, by: -1 }))
  expect(await labels()).toEqual(['Second', 'First'])
  made(await moveCallPart(db, { ...draft.change, part: 'questions', id: second, by: -1 }))
  expect(await labels()).toEqual(['Second', 'First'])
  made(await moveCallPart(db, { ...draft.change, part: 'sections', id: page, by: -1 }))
  expect((await read()).sections.map(({ title }) => title)).toEqual(['Your work', 'About you'])
  expect(refusedAs(await moveCallPart(db, { ...draft.change, part: 'criteria', id: first, by: 1 }))).toEqual(['gone'])
  made(await removeCallPart(db, { ...draft.change, part: 'questions', id: first }))
  made(await removeCallPart(db, { ...draft.change, part: 'sections', id: page }))
  expect((await read()).sections.map(({ questions }) => questions.length)).toEqual([1])
  await close()
})
