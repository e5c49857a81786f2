import { expect, test } from 'vitest'
import { defaultTimes } from '#app/surveys/default-times.ts'
import { SURVEY_MODELS } from '#app/surveys/models/models.ts'
import { isScale, SURVEY_KINDS, SURVEY_MEANINGS, SURVEY_QUESTION_KINDS } from '#app/surveys/survey.ts'
import { isSettled, surveyStanding } from '#app/surveys/survey-window.ts'

const COURSE = { startsOn: '2027-06-14', endsOn: '2027-06-18', zone: 'Africa/Kigali' }

test('every model is one that an organizer could have written, in three languages', () => {
  for (const kind of SURVEY_KINDS) {
    const { questions, title, intro } = SURVEY_MODELS[kind]
    expect(new Set(questions.map(({ code }) => code)).size).toBe(questions.length)
    const texts = [title, intro, ...questions.map(({ label }) => label)]
    for (const question of questions) {
      expect(SURVEY_QUESTION_KINDS).toContain(question.kind)
      if (question.meaning) expect(SURVEY_MEANINGS[question.meaning]).toContain(question.kind)
      texts.push(...(question.options ?? []).map(({ label }) => label))
    }
    for (const { en, fr, ar } of texts) expect([en, fr, ar].every((text) => text.trim() !== '')).toBe(true)
  }
  expect(SURVEY_MODELS.impact.questions).toHaveLength(5)
})

test('surveys are asked two weeks before the list is needed, each afternoon, on the last day, and half a year later', () => {
  expect(defaultTimes('before', COURSE)).toEqual({
    opensAt: '2027-05-20T22:00:00.000Z',
    closesAt: '2027-05-28T22:00:00.000Z',
  })
  expect(defaultTimes('daily', COURSE)).toEqual({
    opensAt: '2027-06-14T13:00:00.000Z',
    closesAt: '2027-06-18T22:00:00.000Z',
  })
  expect(defaultTimes('end', COURSE)).toEqual({
    opensAt: '2027-06-18T10:00:00.000Z',
    closesAt: '2027-07-02T22:00:00.000Z',
  })
  expect(defaultTimes('impact', COURSE).opensAt).toBe('2027-12-18T07:00:00.000Z')
})

test('a day of a daily survey opens by the clock of the event when summer time ends, and is settled after its midnight', () => {
  const event = { status: 'published', zone: 'Europe/Berlin' } as const
  const survey = {
    kind: 'daily',
    status: 'ready',
    opensAt: '2027-10-30T13:00:00.000Z',
    closesAt: '2027-11-01T23:00:00.000Z',
  } as const
  expect(surveyStanding(survey, event, '2027-10-30T21:59:59.000Z')).toMatchObject({ is: 'open', heldOn: '2027-10-30' })
  // 15:00 is an hour later in UTC from the next day on.
  expect(surveyStanding(survey, event, '2027-10-31T13:59:59.000Z')).toEqual({
    is: 'later',
    opensAt: '2027-10-31T14:00:00.000Z',
  })
  expect(surveyStanding(survey, event, '2027-10-31T14:00:00.000Z')).toEqual({
    is: 'open',
    until: '2027-10-31T23:00:00.000Z',
    heldOn: '2027-10-31',
  })
  const settled = (now: string) => isSettled(survey, event, { heldOn: '2027-10-31', now })
  expect([settled('2027-10-31T23:01:59.000Z'), settled('2027-10-31T23:02:00.000Z')]).toEqual([false, true])
})

test('numbers as options are a scale, words are none', () => {
  const options = (...values: string[]) => values.map((value) => ({ value, label: value }))
  expect(isScale({ kind: 'choice', options: options('1', '2') })).toBe(true)
  expect(isScale({ kind: 'choice', options: options('1', 'o1') })).toBe(false)
  expect(isScale({ kind: 'choices', options: options('1', '2') })).toBe(false)
  expect(isScale({ kind: 'number', options: [] })).toBe(true)
})
