import { expect, test } from 'vitest'
import { givenCourse, givenSurvey, whenAnswered } from './given-survey.ts'
import { compose } from '#app/mail/compose.server.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import { askSurveys } from '#app/surveys/ask-surveys.server.ts'
import { testServices } from '#tests/support/app.ts'

const OPENS = '2027-05-20T22:00:00.000Z'
const REMINDS = '2027-05-26T22:00:00.000Z'
const CLOSES = '2027-05-28T22:00:00.000Z'
const NAMED = { 'skill-bgp': '1', laptop: 'linux' }

async function setUp() {
  const test = await testServices()
  const course = await givenCourse(test.db, [2, 2])
  const surveyId = await givenSurvey(test.db, {
    eventId: course.event.id,
    kind: 'before',
    opensAt: OPENS,
    closesAt: CLOSES,
  })
  const stored = async () => {
    const rows = await test.db
      .selectFrom('messages')
      .select(['template', 'subjectId'])
      .where('template', 'like', 'survey-%')
      .execute()
    return rows.map(({ template, subjectId }) => `${template} ${course.seats.indexOf(subjectId)}`).toSorted()
  }
  return { ...test, ...course, surveyId, stored }
}

test('everybody it is asked of hears once, and who has not answered once more, whatever workers run', async () => {
  const { db, surveyId, seats, stored, close } = await setUp()
  expect(await askSurveys(db, { now: '2027-05-20T21:59:59.000Z' })).toEqual({ opened: 0, reminded: 0 })
  await Promise.all([askSurveys(db, { now: OPENS }), askSurveys(db, { now: OPENS })])
  expect(await stored()).toEqual([0, 1, 2, 3].map((at) => `survey-open ${at}`))
  await whenAnswered(db, { surveyId, registrationId: seats[1]!, answers: NAMED, now: OPENS, isAnonymous: false })
  await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', seats[2]!).execute()
  expect(await askSurveys(db, { now: REMINDS })).toEqual({ opened: 0, reminded: 2 })
  expect(await askSurveys(db, { now: REMINDS })).toEqual({ opened: 0, reminded: 0 })
  expect(await stored()).toEqual(
    [...[0, 1, 2, 3].map((at) => `survey-open ${at}`), 'survey-reminder 0', 'survey-reminder 3'].toSorted(),
  )
  await close()
})

test('only the track it is for is written to, and a daily survey sends nothing', async () => {
  const { db, event, tracks, stored, close } = await setUp()
  await db.updateTable('surveys').set({ trackId: tracks[1] }).execute()
  await givenSurvey(db, { eventId: event.id, kind: 'daily', opensAt: OPENS, closesAt: CLOSES })
  expect(await askSurveys(db, { now: OPENS })).toEqual({ opened: 2, reminded: 0 })
  expect(await stored()).toEqual(['survey-open 2', 'survey-open 3'])
  await close()
})

test('a mail that waits is not sent after the survey closed, to who has answered, or to a seat that ended', async () => {
  const { db, services, surveyId, seats, close } = await setUp()
  await askSurveys(db, { now: OPENS })
  const messages = await db.selectFrom('messages').selectAll().where('template', '=', 'survey-open').execute()
  const written = async (seat: number, now: string) => {
    const message = messages.find(({ subjectId }) => subjectId === seats[seat])!
    return await compose(
      db,
      withoutKeys({ baseUrl: services.config.baseUrl, mailFrom: 'desk@plenary.example' }),
      message,
      now,
    )
  }
  expect(await written(0, OPENS)).toMatchObject({ mail: { subject: 'Before the course: Routing workshop' } })
  expect(await written(0, CLOSES)).toEqual({ withdrawn: 'outdated' })
  await whenAnswered(db, { surveyId, registrationId: seats[1]!, answers: NAMED, now: OPENS, isAnonymous: false })
  expect(await written(1, OPENS)).toEqual({ withdrawn: 'outdated' })
  await db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', seats[2]!).execute()
  expect(await written(2, OPENS)).toEqual({ withdrawn: 'outdated' })
  await close()
})
