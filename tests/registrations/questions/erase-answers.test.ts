import { expect, test } from 'vitest'
import { givenQuestion, YES_NO } from './a-question.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { totalsOf } from '#app/registrations/questions/answer-totals.server.ts'
import { eraseAnswers } from '#app/registrations/questions/erase-answers.server.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const ERASE_ON = '2027-08-31'
/** Kigali is at UTC+2: the day is over there two hours before it is in UTC. */
const OVER = '2027-08-31T22:00:00.000Z'

async function setUp() {
  const test = await testServices()
  const event = await givenEvent(test.db, { tickets: [{ seats: 1000 }] })
  return { ...test, event }
}

test('answers are emptied once the day is over where the event is, and the totals stay true', async () => {
  const { db, event, close } = await setUp()
  const diet = await givenQuestion(db, event.id, { kind: 'choices', options: YES_NO, eraseOn: ERASE_ON })
  const text = await givenQuestion(db, event.id, { label: 'Anything else?' })
  const [dietQuestion, textQuestion] = await askedQuestions(db, { eventId: event.id, language: 'en', own: 'en' })
  const answers = (...values: string[]) => [freezeAnswer(dietQuestion!, values), freezeAnswer(textQuestion!, 'No')]
  await givenParticipants(db, event, [
    { fullName: 'A', answers: answers('o1') },
    { fullName: 'B', answers: answers('o1', 'o2') },
    { fullName: 'C', answers: answers('o2') },
  ])
  const before = await totalsOf(db, { questionId: diet, kind: 'choices' })
  expect(Object.fromEntries(before)).toEqual({ '': 3, o1: 2, o2: 2 })

  expect(await eraseAnswers(db, { now: '2027-08-31T21:59:59.000Z' })).toEqual({ erased: 0 })
  expect(await eraseAnswers(db, { now: OVER })).toEqual({ erased: 3 })
  expect(await eraseAnswers(db, { now: OVER })).toEqual({ erased: 0 })

  const kept = await db.selectFrom('answers').selectAll().where('questionId', '=', diet).execute()
  expect(kept).toHaveLength(3)
  for (const one of kept)
    expect(one).toMatchObject({ value: '', asked: '{"label":"Diet","language":"en"}', erasedAt: OVER })
  const others = await db.selectFrom('answers').select('value').where('questionId', '=', text).execute()
  expect(others.map(({ value }) => value)).toEqual(['No', 'No', 'No'])
  expect(await totalsOf(db, { questionId: diet, kind: 'choices' })).toEqual(before)
  const entries = await db.selectFrom('auditEntries').select('after').where('action', '=', 'answers.erased').execute()
  expect(entries).toEqual([{ after: '{"count":3}' }])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await close()
})

test('four workers at once erase and count each of 500 answers once, with their files', async () => {
  const { db, event, close } = await setUp()
  await givenQuestion(db, event.id, { kind: 'choice', options: YES_NO, eraseOn: ERASE_ON })
  const paper = await givenQuestion(db, event.id, { label: 'Paper', kind: 'file', eraseOn: ERASE_ON })
  const [diet, file] = await askedQuestions(db, { eventId: event.id, language: 'en', own: 'en' })
  const saved = await saveFile(db, {
    content: Buffer.from('%PDF-1.7'),
    name: 'passport.pdf',
    purpose: 'answer',
    eventId: event.id,
    eraseAt: null,
    now: NOW,
  })
  const fileId = saved.ok ? saved.value.id : ''
  await givenParticipants(
    db,
    event,
    Array.from({ length: 500 }, (_, at) => ({
      fullName: `P ${at}`,
      answers: [freezeAnswer(diet!, at % 2 === 0 ? 'o1' : 'o2'), ...(at === 0 ? [freezeAnswer(file!, fileId)] : [])],
    })),
  )
  const done = await Promise.all(Array.from({ length: 4 }, () => eraseAnswers(db, { now: OVER })))
  // Whoever was told that the database is busy comes again in an hour.
  done.push(await eraseAnswers(db, { now: OVER }))
  expect(done.reduce((sum, { erased }) => sum + erased, 0)).toBe(501)
  expect(Object.fromEntries(await totalsOf(db, { questionId: diet!.id, kind: 'choice' }))).toEqual({
    '': 500,
    o1: 250,
    o2: 250,
  })
  expect(await db.selectFrom('files').select(['name', 'content']).execute()).toEqual([{ name: '', content: null }])
  const left = await db.selectFrom('answers').select('value').where('value', '<>', '').execute()
  expect(left).toEqual([])
  expect(await db.selectFrom('answerTotals').select('value').where('questionId', '=', paper).execute()).toEqual([])
  await close()
}, 60_000)
