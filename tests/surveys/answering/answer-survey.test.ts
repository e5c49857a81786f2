import { expect, test } from 'vitest'
import { givenCourse, givenSurvey, whenAnswered } from '../given-survey.ts'
import { eraseSurveyAnswers } from '#app/people/erase-survey-answers.server.ts'
import { skillAnswers } from '#app/surveys/skill-answers.server.ts'
import { testServices } from '#tests/support/app.ts'

const LAST_DAY = '2027-06-18T14:00:00.000Z'
const END = { content: '5', pace: 'right', instructors: '4', labs: '4', rooms: '3', keep: 'The labs' }

async function setUp(people: [number, number] = [3, 3]) {
  const test = await testServices()
  return { ...test, ...(await givenCourse(test.db, people)) }
}

test('two who send at once are one answer, and an anonymous one is never changed', async () => {
  const { db, event, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id })
  const send = (text: string) =>
    whenAnswered(db, { surveyId, registrationId: seats[0]!, answers: { ...END, keep: text }, now: LAST_DAY })
  const results = await Promise.all(['one', 'two', 'three', 'four'].map(send))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await send('five')).toMatchObject({ ok: false, refusals: [{ code: 'survey-once' }] })
  expect(await db.selectFrom('surveyResponses').selectAll().execute()).toHaveLength(1)
  expect(await db.selectFrom('surveyTurnouts').select(['surveyId', 'registrationId']).execute()).toEqual([
    { surveyId, registrationId: seats[0] },
  ])
  await close()
})

test('of an anonymous answer nothing leads to its person: no id, no time, no order, no entry in the log', async () => {
  const { db, event, seats, close } = await setUp([20, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  const before = await db.selectFrom('auditEntries').select('id').execute()
  for (const [at, registrationId] of seats.entries()) {
    const answers = { ...END, keep: `text ${String(at).padStart(2, '0')}` }
    expect(await whenAnswered(db, { surveyId, registrationId, answers, now: LAST_DAY })).toMatchObject({ ok: true })
  }
  const responses = await db.selectFrom('surveyResponses').selectAll().execute()
  expect(responses).toHaveLength(20)
  for (const row of responses) {
    expect(row.registrationId).toBeNull()
    expect(Object.keys(row).toSorted()).toEqual(['heldOn', 'id', 'registrationId', 'surveyId', 'trackId'])
    // Version 4: random altogether, where other ids begin with their time.
    expect(row.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/)
  }
  const turnouts = await db.selectFrom('surveyTurnouts').selectAll().execute()
  expect(turnouts.every(({ answeredOn }) => answeredOn === '')).toBe(true)
  expect(await db.selectFrom('auditEntries').select('id').execute()).toHaveLength(before.length)
  // As the tables lie on the disk they are in the order of their keys, not in that of their arrival.
  const lying = await db
    .selectFrom('surveyAnswers')
    .select(['responseId', 'value'])
    .where('value', 'like', 'text %')
    .execute()
  expect(lying.map(({ responseId }) => responseId)).toEqual(lying.map(({ responseId }) => responseId).toSorted())
  expect(lying.map(({ value }) => value)).not.toEqual(lying.map(({ value }) => value).toSorted())
  expect(turnouts.map(({ registrationId }) => registrationId)).toEqual(seats.toSorted())
  await close()
})

test('a daily survey is answered once a day, from its hour until midnight of the event', async () => {
  const { db, event, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id, kind: 'daily' })
  const at = (now: string) => whenAnswered(db, { surveyId, registrationId: seats[0]!, answers: { today: '4' }, now })
  // Kigali is two hours ahead: 15:00 there is 13:00 here.
  expect(await at('2027-06-14T12:59:59.000Z')).toMatchObject({ ok: false, refusals: [{ code: 'survey-shut' }] })
  expect(await at('2027-06-14T13:00:00.000Z')).toMatchObject({ ok: true })
  expect(await at('2027-06-14T21:59:59.000Z')).toMatchObject({ ok: false, refusals: [{ code: 'survey-once' }] })
  expect(await at('2027-06-14T22:00:00.000Z')).toMatchObject({ ok: false, refusals: [{ code: 'survey-shut' }] })
  expect(await at('2027-06-15T13:00:00.000Z')).toMatchObject({ ok: true })
  expect(await at('2027-06-19T13:00:00.000Z')).toMatchObject({ ok: false, refusals: [{ code: 'survey-shut' }] })
  const days = await db.selectFrom('surveyResponses').select('heldOn').orderBy('heldOn').execute()
  expect(days.map(({ heldOn }) => heldOn)).toEqual(['2027-06-14', '2027-06-15'])
  await close()
})

test('an answer with a name may be changed, feeds the skill matrix, and goes when its person is erased', async () => {
  const { db, event, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id, kind: 'before' })
  const now = '2027-05-22T08:00:00.000Z'
  const say = (bgp: string) =>
    whenAnswered(db, {
      surveyId,
      registrationId: seats[0]!,
      answers: { 'skill-bgp': bgp, laptop: 'linux', topics: 'Peering' },
      isAnonymous: false,
      now,
    })
  expect(await say('1')).toMatchObject({ ok: true })
  expect(await say('3')).toMatchObject({ ok: true })
  const { questions, values } = await skillAnswers(db, {
    eventId: event.id,
    registrationIds: seats,
    language: 'fr',
  })
  expect(questions.map(({ meaning }) => meaning)).toEqual([...Array<string>(6).fill('skill'), 'topic', 'laptop'])
  expect(questions.at(-1)!.label).toBe('Quel ordinateur apporterez-vous ?')
  const bgp = questions[2]!
  expect(values.get(seats[0]!)![bgp.id]).toEqual(['3'])
  expect(values.size).toBe(1)
  expect(await db.selectFrom('surveyResponses').selectAll().execute()).toHaveLength(1)
  await eraseSurveyAnswers(db, seats[0]!)
  expect(await db.selectFrom('surveyResponses').selectAll().execute()).toHaveLength(0)
  expect(await db.selectFrom('surveyAnswers').selectAll().execute()).toHaveLength(0)
  expect(await db.selectFrom('surveyTurnouts').selectAll().execute()).toHaveLength(0)
  await close()
})

test('nobody answers for another track, with a seat that ended, or after a page that promised something else', async () => {
  const { db, event, tracks, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id, trackId: tracks[0] })
  const send = (registrationId: string, isAnonymous = true) =>
    whenAnswered(db, { surveyId, registrationId, answers: END, now: LAST_DAY, isAnonymous })
  expect(await send(seats[4]!)).toMatchObject({ ok: false, refusals: [{ code: 'gone' }] })
  expect(await send(seats[0]!, false)).toMatchObject({ ok: false, refusals: [{ code: 'survey-promised' }] })
  await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', seats[1]!).execute()
  expect(await send(seats[1]!)).toMatchObject({ ok: false, refusals: [{ code: 'gone' }] })
  const stranger = await givenCourse(db, [1, 0])
  expect(await send(stranger.seats[0]!)).toMatchObject({ ok: false, refusals: [{ code: 'gone' }] })
  expect(await send(seats[0]!)).toMatchObject({ ok: true })
  expect(await db.selectFrom('surveyTurnouts').selectAll().execute()).toHaveLength(1)
  await close()
})

test('what somebody takes beside their seat has no voice of its own where everybody is asked', async () => {
  const { db, event, tracks, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id })
  const ofTrack = await givenSurvey(db, { eventId: event.id, trackId: tracks[0] })
  await db.updateTable('registrations').set({ mainRegistrationId: seats[0]! }).where('id', '=', seats[1]!).execute()
  const send = (surveyId: string) =>
    whenAnswered(db, { surveyId, registrationId: seats[1]!, answers: END, now: LAST_DAY })
  expect(await send(surveyId)).toMatchObject({ ok: false, refusals: [{ code: 'gone' }] })
  expect(await send(ofTrack)).toMatchObject({ ok: true })
  await close()
})

test('a seat that is passed on and on has one voice in an anonymous survey', async () => {
  const { db, event, seats, close } = await setUp()
  const surveyId = await givenSurvey(db, { eventId: event.id })
  const daily = await givenSurvey(db, { eventId: event.id, kind: 'daily' })
  const send = (surveyId: string, registrationId: string, now = LAST_DAY) =>
    whenAnswered(db, { surveyId, registrationId, answers: { ...END, today: '4' }, now })
  expect(await send(surveyId, seats[0]!)).toMatchObject({ ok: true })
  expect(await send(daily, seats[0]!, '2027-06-14T13:00:00.000Z')).toMatchObject({ ok: true })
  await db
    .updateTable('registrations')
    .set({ state: 'transferred', activeKey: null })
    .where('id', 'in', seats.slice(0, 2))
    .execute()
  for (const at of [1, 2])
    await db
      .updateTable('registrations')
      .set({ replacesId: seats[at - 1]! })
      .where('id', '=', seats[at]!)
      .execute()
  expect(await send(surveyId, seats[2]!)).toMatchObject({ ok: false, refusals: [{ code: 'survey-once' }] })
  expect(await send(surveyId, seats[3]!)).toMatchObject({ ok: true })
  // Who was not there on Monday says how Friday was.
  expect(await send(daily, seats[2]!)).toMatchObject({ ok: true })
  await close()
})
