import { expect, test } from 'vitest'
import { givenCourse, givenSurvey, SYSTEM, whenAnswered } from './given-survey.ts'
import { copyRows } from '#app/events/cloning/copy-rows.server.ts'
import { shiftTimes } from '#app/events/cloning/shift-times.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

test('the next edition gets the surveys as drafts a year later, with their questions and nobody’s answers', async () => {
  const { db, close } = await testServices()
  const { event, tracks, seats } = await givenCourse(db, [2, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id, trackId: tracks[0] })
  await whenAnswered(db, {
    surveyId,
    registrationId: seats[0]!,
    answers: { content: '5' },
    now: '2027-06-18T14:00:00.000Z',
  })
  const next = await givenEvent(db, { startsOn: '2028-06-12' })
  // Its own words come along with the copy.
  for (const table of ['eventTexts', 'eventLanguages'] as const)
    await db.deleteFrom(table).where('eventId', '=', next.id).execute()
  await copyRows(db, {
    fromId: event.id,
    toId: next.id,
    parts: new Set(['questions']),
    shift: shiftTimes(364, 'Africa/Kigali'),
    now: NOW,
    accountId: null,
  })
  const copy = await db.selectFrom('surveys').selectAll().where('eventId', '=', next.id).executeTakeFirstOrThrow()
  const track = await db
    .selectFrom('tracks')
    .select('id')
    .where('eventId', '=', next.id)
    .where('code', '=', 'A')
    .executeTakeFirst()
  expect(copy).toMatchObject({
    status: 'draft',
    version: 1,
    isAnonymous: 1,
    trackId: track!.id,
    opensAt: '2028-06-16T10:00:00.000Z',
    closesAt: '2028-06-30T22:00:00.000Z',
  })
  const questions = await db.selectFrom('surveyQuestions').select('code').where('surveyId', '=', copy.id).execute()
  expect(questions).toHaveLength(7)
  const texts = await db.selectFrom('surveyTexts').select('language').where('surveyId', '=', copy.id).execute()
  expect(texts).toHaveLength(3)
  expect(await db.selectFrom('surveyResponses').selectAll().where('surveyId', '=', copy.id).execute()).toEqual([])
  await close()
})

test('erasing somebody takes what they said with their name, and leaves what nobody can tell is theirs', async () => {
  const { db, close } = await testServices()
  const { event, seats } = await givenCourse(db, [1, 0])
  const [registrationId] = seats
  const named = await givenSurvey(db, {
    eventId: event.id,
    kind: 'before',
    opensAt: NOW,
    closesAt: '2027-06-20T00:00:00.000Z',
  })
  const anonymous = await givenSurvey(db, { eventId: event.id, opensAt: NOW })
  const answered = { registrationId: registrationId!, now: '2027-06-18T14:00:00.000Z' }
  await whenAnswered(db, { ...answered, surveyId: named, answers: { topics: 'My network' }, isAnonymous: false })
  await whenAnswered(db, { ...answered, surveyId: anonymous, answers: { keep: 'The labs' } })
  const { email } = await db
    .selectFrom('people')
    .innerJoin('registrations', 'registrations.personId', 'people.id')
    .select('people.email')
    .where('registrations.id', '=', registrationId!)
    .executeTakeFirstOrThrow()
  expect(await erasePerson(db, { email: email!, actor: SYSTEM, now: answered.now })).toMatchObject({ ok: true })
  const values = await db.selectFrom('surveyAnswers').select('value').execute()
  expect(values).toEqual([{ value: 'The labs' }])
  expect(await db.selectFrom('surveyTurnouts').selectAll().execute()).toEqual([])
  await close()
})
