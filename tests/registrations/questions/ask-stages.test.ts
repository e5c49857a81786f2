import { expect, test } from 'vitest'
import { givenQuestion } from './a-question.ts'
import { askStages } from '#app/registrations/questions/ask-stages.server.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const OPENS = '2027-05-01T00:00:00.000Z'
const REMINDS = '2027-05-20T00:00:00.000Z'
const CLOSES = '2027-05-31T00:00:00.000Z'

async function setUp(people = 3) {
  const test = await testServices()
  const event = await givenEvent(test.db, { tickets: [{ seats: 1000 }] })
  const stage = 'before-event' as const
  const questionId = await givenQuestion(test.db, event.id, { label: 'Arrival', isRequired: true, stage })
  const dates = { stage, opensAt: OPENS, deadlineAt: CLOSES, remindAt: REMINDS }
  await saveStages(test.db, { eventId: event.id, stages: [dates], now: NOW, actor: { kind: 'system' } })
  const ids = await givenParticipants(
    test.db,
    event,
    Array.from({ length: people }, (_, at) => ({ fullName: `P ${at}` })),
  )
  const mails = async () =>
    (
      await test.db
        .selectFrom('messages')
        .select(['template', 'subjectId'])
        .where('template', 'like', 'questions-%')
        .execute()
    ).map(({ template, subjectId }) => `${template} ${ids.indexOf(subjectId)}`)
  const answer = async (at: number) => {
    const [question] = await askedQuestions(test.db, { eventId: event.id, language: 'en', own: 'en' })
    await test.db
      .insertInto('answers')
      .values({ registrationId: ids[at]!, ...freezeAnswer(question!, 'Monday'), answeredAt: OPENS, erasedAt: null })
      .execute()
  }
  return { ...test, event, ids, questionId, mails, answer }
}

test('everybody with a seat hears once that a stage is open, and who has not answered once more', async () => {
  const { db, mails, answer, close } = await setUp()
  await askStages(db, { now: '2027-04-30T23:59:59.000Z' })
  expect(await mails()).toEqual([])
  expect(await askStages(db, { now: OPENS })).toEqual({ opened: 3, reminded: 0 })
  expect(await askStages(db, { now: '2027-05-02T00:00:00.000Z' })).toEqual({ opened: 0, reminded: 0 })
  await answer(1)
  expect(await askStages(db, { now: REMINDS })).toEqual({ opened: 0, reminded: 2 })
  expect(await askStages(db, { now: '2027-05-21T00:00:00.000Z' })).toEqual({ opened: 0, reminded: 0 })
  expect((await mails()).toSorted()).toEqual([
    'questions-open 0',
    'questions-open 1',
    'questions-open 2',
    'questions-reminder 0',
    'questions-reminder 2',
  ])
  await close()
})

test('who comes later hears at once; after the deadline, or of a cancelled event, nobody does', async () => {
  const { db, event, mails, close } = await setUp(1)
  await askStages(db, { now: OPENS })
  const [late] = await givenParticipants(db, event, [{ fullName: 'Late' }])
  await db
    .updateTable('registrations')
    .set({ confirmedAt: '2027-05-20T00:00:01.000Z' })
    .where('id', '=', late!)
    .execute()
  expect(await askStages(db, { now: '2027-05-21T00:00:00.000Z' })).toEqual({ opened: 1, reminded: 1 })
  await givenParticipants(db, event, [{ fullName: 'Too late' }])
  expect(await askStages(db, { now: CLOSES })).toEqual({ opened: 0, reminded: 0 })
  await db.updateTable('events').set({ status: 'cancelled' }).where('id', '=', event.id).execute()
  expect(await askStages(db, { now: '2027-05-22T00:00:00.000Z' })).toEqual({ opened: 0, reminded: 0 })
  expect(await mails()).toHaveLength(3)
  await close()
})

test('questions of other tickets, and conditions that do not hold, are no reason to write', async () => {
  const { db, event, questionId, close } = await setUp(1)
  const visa = await givenQuestion(db, event.id, { kind: 'yesno', label: 'Visa' })
  const shownWhen = { questionId: visa, value: 'yes' }
  await givenQuestion(
    db,
    event.id,
    { label: 'Arrival', isRequired: true, stage: 'before-event', shownWhen },
    questionId,
  )
  expect(await askStages(db, { now: REMINDS })).toEqual({ opened: 0, reminded: 0 })
  await close()
})

test('four workers at once write to each of 250 people once', async () => {
  const { db, mails, close } = await setUp(250)
  await Promise.all(Array.from({ length: 4 }, () => askStages(db, { now: REMINDS })))
  const written = await mails()
  expect(written).toHaveLength(500)
  expect(new Set(written).size).toBe(500)
  await close()
}, 60_000)
