import { expect, test } from 'vitest'
import { givenQuestion, YES_NO } from './a-question.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { askedRegistration } from '#app/registrations/questions/asked-registration.server.ts'
import { saveAnswers } from '#app/registrations/questions/save-answers.server.ts'
import { saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const VISITOR = { kind: 'visitor' } as const

async function setUp() {
  const test = await testServices()
  const event = await givenEvent(test.db)
  const [registrationId] = await givenParticipants(test.db, event, [{ fullName: 'Amina' }])
  const { code } = await test.db.selectFrom('registrations').select('code').executeTakeFirstOrThrow()
  const save = async (answers: Record<string, string | string[]>, now = NOW) => {
    const { questions } = (await askedRegistration(test.db, code, 'en'))!
    const byLabel = new Map(questions.map((question) => [question.label, question]))
    return await saveAnswers(test.db, {
      registrationId: registrationId!,
      stage: 'before-event',
      shown: Object.keys(answers).map((label) => byLabel.get(label)!),
      answers: Object.fromEntries(Object.entries(answers).map(([label, value]) => [byLabel.get(label)!.code, value])),
      now,
      actor: VISITOR,
    })
  }
  const answers = () =>
    test.db.selectFrom('answers').innerJoin('questions', 'questions.id', 'questionId').selectAll('answers').execute()
  return { ...test, event, registrationId: registrationId!, code, save, answers }
}

const STAGE = { stage: 'before-event' } as const

test('answers are kept in the words that were seen, changed, and taken away again', async () => {
  const { db, event, save, answers, close } = await setUp()
  await givenQuestion(db, event.id, { label: 'Diet', kind: 'choices', options: YES_NO, ...STAGE })
  await givenQuestion(db, event.id, { label: 'Arrival', kind: 'text', ...STAGE })
  expect(await save({ Diet: ['o1', 'o2'], Arrival: 'Monday' })).toEqual({ ok: true, value: { answered: 2 } })
  expect(await answers()).toMatchObject([
    { value: '["o1","o2"]', questionVersion: 1, answeredAt: NOW },
    { value: 'Monday', asked: '{"label":"Arrival","language":"en"}' },
  ])
  const later = '2027-01-01T00:00:00.000Z'
  expect(await save({ Diet: ['o2'], Arrival: '' }, later)).toEqual({ ok: true, value: { answered: 1 } })
  expect(await answers()).toMatchObject([{ value: '["o2"]', answeredAt: later }])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await close()
})

test('a file that another one replaces is erased', async () => {
  const { db, event, save, close } = await setUp()
  await givenQuestion(db, event.id, { label: 'Paper', kind: 'file', ...STAGE })
  const pdf = async () => {
    const content = Buffer.from('%PDF-1.7\n')
    const file = { content, name: 'a.pdf', purpose: 'answer', eventId: event.id, eraseAt: null, now: NOW } as const
    const saved = await saveFile(db, file)
    return saved.ok ? saved.value.id : ''
  }
  const [one, other] = [await pdf(), await pdf()]
  await save({ Paper: one })
  await save({ Paper: one })
  await save({ Paper: other })
  expect(
    await db.selectFrom('files').select(['id', 'name', 'content', 'erasedAt']).orderBy('id').execute(),
  ).toMatchObject([
    { id: one, name: '', content: null, erasedAt: NOW },
    { id: other, name: 'a.pdf', erasedAt: null },
  ])
  await close()
})

test('a stage is answered from its opening to its deadline, by who has a seat', async () => {
  const { db, event, registrationId, save, close } = await setUp()
  await givenQuestion(db, event.id, { label: 'Arrival', ...STAGE })
  const dates = { opensAt: '2027-05-01T00:00:00.000Z', deadlineAt: '2027-05-31T00:00:00.000Z', remindAt: null }
  await saveStages(db, { eventId: event.id, stages: [{ ...STAGE, ...dates }], now: NOW, actor: VISITOR })
  const codeAt = async (now: string) => {
    const saved = await save({ Arrival: 'Monday' }, now)
    return saved.ok ? 'saved' : saved.refusals[0]!.code
  }
  expect(await codeAt('2027-04-30T23:59:59.000Z')).toBe('answers-later')
  expect(await codeAt(dates.opensAt)).toBe('saved')
  expect(await codeAt(dates.deadlineAt)).toBe('answers-closed')
  await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', registrationId).execute()
  expect(await codeAt(dates.opensAt)).toBe('answers-ended')
  await close()
})
