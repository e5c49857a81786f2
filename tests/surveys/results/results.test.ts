import { expect, test } from 'vitest'
import { givenCourse, givenSurvey, whenAnswered } from '../given-survey.ts'
import { findSurvey } from '#app/surveys/find-survey.server.ts'
import { readNamedAnswers, readResults, readTexts } from '#app/surveys/results/read-results.server.ts'
import { resultRows } from '#app/surveys/results/results-csv.ts'
import { tallyOf, type View } from '#app/surveys/results/tally.ts'
import { testServices } from '#tests/support/app.ts'

const LAST_DAY = '2027-06-18T14:00:00.000Z'
const CLOSED = '2027-07-03T00:00:00.000Z'
const END = { content: '5', pace: 'right', instructors: '4', labs: '4', rooms: '3' }

async function setUp(people: [number, number]) {
  const test = await testServices()
  const course = await givenCourse(test.db, people)
  const results = async (surveyId: string, now: string) => {
    const survey = await findSurvey(test.db, { eventId: course.event.id, scope: 'all', language: 'en', surveyId })
    const read = await readResults(test.db, { survey: survey!, language: 'en', now })
    const tally = (code: string, view: Partial<View> = {}) =>
      tallyOf(
        read.questions.find((question) => question.code === code)!,
        read.rows,
        {
          trackId: null,
          heldOn: '',
          minimum: read.minimum,
          ...view,
        },
      )
    return { ...read, tally }
  }
  return { ...test, ...course, results }
}

test('of an anonymous survey nothing is shown while an answer could still be added, then everything at once', async () => {
  const { db, event, seats, results, close } = await setUp([8, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  for (const registrationId of seats) await whenAnswered(db, { surveyId, registrationId, answers: END, now: LAST_DAY })
  // Seven, then eight: the difference of two looks would be the eighth person's answer.
  const during = await results(surveyId, LAST_DAY)
  expect([during.days, during.rows]).toEqual([[], []])
  const closesAt = '2027-07-02T22:00:00.000Z'
  expect((await results(surveyId, closesAt)).days).toEqual([])
  const after = await results(surveyId, CLOSED)
  expect(after.days).toEqual([''])
  expect(after.tally('content')).toMatchObject({ answered: 8, mean: 5 })
  expect(after.tally('pace').counts).toEqual([
    { value: 'slow', count: 0 },
    { value: 'right', count: 8 },
    { value: 'fast', count: 0 },
  ])
  await close()
})

test('below the minimum nothing is shown, of each question by itself', async () => {
  const { db, event, seats, results, close } = await setUp([6, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  for (const [at, registrationId] of seats.entries()) {
    const answers = at < 4 ? { ...END, keep: 'The labs' } : { ...END, keep: '' }
    await whenAnswered(db, { surveyId, registrationId, answers, now: LAST_DAY })
  }
  const { tally } = await results(surveyId, CLOSED)
  expect(tally('content').answered).toBe(6)
  expect(tally('keep')).toMatchObject({ answered: null, counts: [] })
  await close()
})

test('a track is not shown where the whole without it would be the few of another', async () => {
  const { db, event, tracks, seats, results, close } = await setUp([9, 3])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  for (const registrationId of seats) await whenAnswered(db, { surveyId, registrationId, answers: END, now: LAST_DAY })
  const { tally } = await results(surveyId, CLOSED)
  expect(tally('content').answered).toBe(12)
  // Twelve without nine are the three of the other track.
  expect(tally('content', { trackId: tracks[0] }).answered).toBeNull()
  expect(tally('content', { trackId: tracks[1] }).answered).toBeNull()
  await close()
})

test('tracks that are large enough are shown side by side', async () => {
  const { db, event, tracks, seats, results, close } = await setUp([5, 7])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  for (const [at, registrationId] of seats.entries()) {
    const answers = { ...END, content: at < 5 ? '2' : '4' }
    await whenAnswered(db, { surveyId, registrationId, answers, now: LAST_DAY })
  }
  const { tally } = await results(surveyId, CLOSED)
  expect(tally('content', { trackId: tracks[0] })).toMatchObject({ answered: 5, mean: 2 })
  expect(tally('content', { trackId: tracks[1] })).toMatchObject({ answered: 7, mean: 4 })
  expect(tally('content').mean).toBe(3.2)
  await close()
})

test('a daily survey shows the days that are over, each by itself, and no sum that would tell a small one', async () => {
  const { db, event, seats, results, close } = await setUp([6, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id, kind: 'daily' })
  const answerOn = async (day: number, people: number, today: string) => {
    for (const registrationId of seats.slice(0, people))
      await whenAnswered(db, {
        surveyId,
        registrationId,
        answers: { today },
        now: `2027-06-${day}T14:00:00.000Z`,
      })
  }
  await answerOn(14, 6, '4')
  await answerOn(15, 2, '1')
  await answerOn(16, 5, '5')
  const { days, tally } = await results(surveyId, '2027-06-16T15:00:00.000Z')
  expect(days).toEqual(['2027-06-14', '2027-06-15'])
  expect(tally('today', { heldOn: '2027-06-14' })).toMatchObject({ answered: 6, mean: 4 })
  expect(tally('today', { heldOn: '2027-06-15' }).answered).toBeNull()
  expect(tally('today', { heldOn: '2027-06-16' }).answered).toBeNull()
  expect(tally('today').answered).toBeNull()
  const later = await results(surveyId, '2027-06-16T22:02:00.000Z')
  expect(later.tally('today', { heldOn: '2027-06-16' })).toMatchObject({ answered: 5, mean: 5 })
  await close()
})

test('texts stand in an order of their own for each question, and no row of the file is a person', async () => {
  const { db, event, seats, results, close } = await setUp([12, 0])
  const surveyId = await givenSurvey(db, { eventId: event.id })
  for (const [at, registrationId] of seats.entries()) {
    const answers = { ...END, keep: `keep ${at}`, change: `change ${at}` }
    await whenAnswered(db, { surveyId, registrationId, answers, now: LAST_DAY })
  }
  const { questions, tally } = await results(surveyId, CLOSED)
  const textsOf = async (code: string) => {
    const question = questions.find((one) => one.code === code)!
    return await readTexts(db, { surveyId, questionId: question.id, view: { trackId: null, heldOn: '' } })
  }
  const [keep, change] = [await textsOf('keep'), await textsOf('change')]
  const order = (texts: string[]) => texts.map((text) => text.split(' ')[1])
  expect(order(keep)).not.toEqual(order(change))
  expect(keep.toSorted()).toEqual(seats.map((_, at) => `keep ${at}`).toSorted())
  expect(await textsOf('keep')).toEqual(keep)
  const rows = resultRows(
    [
      { heldOn: '', tally: tally('content'), texts: [] },
      { heldOn: '', tally: tally('keep'), texts: keep },
    ],
    { head: ['Day', 'Question', 'Answer', 'Number'], tooFew: 'fewer', labelOf: (_, value) => value },
  )
  expect(rows[1]).toEqual(['', 'The content', '5', '12'])
  expect(rows.slice(6).every(([, question, , count]) => question === 'What should we keep?' && count === '')).toBe(true)
  expect(await readNamedAnswers(db, { surveyId, trackIds: 'all' })).toEqual([])
  await close()
})
