import { expect, test } from 'vitest'
import { aQuestion } from './a-question.ts'
import { couldBeShown, questionsForSeat, shownQuestions } from '#app/registrations/questions/shown-questions.ts'

const seat = { ticketTypeId: 'full', trackId: 'routing' }
const codes = (questions: { code: string }[]) => questions.map(({ code }) => code)

const visa = aQuestion({ code: 'visa', kind: 'yesno' })
const letter = aQuestion({ code: 'letter', kind: 'yesno', shownWhen: { questionId: 'id-visa', value: 'yes' } })
const passport = aQuestion({ code: 'passport', shownWhen: { questionId: 'id-letter', value: 'yes' } })

test('by ticket type and by track', () => {
  const all = [
    aQuestion({ code: 'all' }),
    aQuestion({ code: 'full', ticketTypeIds: ['full'] }),
    aQuestion({ code: 'day', ticketTypeIds: ['day'] }),
    aQuestion({ code: 'routing', trackIds: ['routing', 'dns'] }),
    aQuestion({ code: 'dns', trackIds: ['dns'] }),
  ]
  expect(codes(shownQuestions(all, seat, {}))).toEqual(['all', 'full', 'routing'])
  expect(codes(shownQuestions(all, { ...seat, trackId: null }, {}))).toEqual(['all', 'full'])
})

test('by another answer, and by one behind that; an answer to what is not asked leads nowhere', () => {
  const all = [visa, letter, passport]
  expect(codes(shownQuestions(all, seat, {}))).toEqual(['visa'])
  expect(codes(shownQuestions(all, seat, { visa: 'yes' }))).toEqual(['visa', 'letter'])
  expect(codes(shownQuestions(all, seat, { visa: ['yes'], letter: ['yes'] }))).toEqual(['visa', 'letter', 'passport'])
  expect(codes(shownQuestions(all, seat, { visa: 'no', letter: 'yes' }))).toEqual(['visa'])
})

test('one of several chosen values is enough', () => {
  const diet = aQuestion({ code: 'diet', kind: 'choices' })
  const nuts = aQuestion({ code: 'nuts', shownWhen: { questionId: 'id-diet', value: 'o2' } })
  expect(codes(shownQuestions([diet, nuts], seat, { diet: ['o1', 'o2'] }))).toEqual(['diet', 'nuts'])
})

test('a condition whose question is not asked of this seat never holds', () => {
  const onlyDay = { ...visa, ticketTypeIds: ['day'] }
  expect(codes(shownQuestions([onlyDay, letter], seat, { visa: 'yes' }))).toEqual([])
  expect(codes(shownQuestions([letter], seat, { visa: 'yes' }))).toEqual([])
})

test('questions that wait for one another are not asked, and nothing hangs', () => {
  const one = aQuestion({ code: 'one', kind: 'yesno', shownWhen: { questionId: 'id-other', value: 'yes' } })
  const other = aQuestion({ code: 'other', kind: 'yesno', shownWhen: { questionId: 'id-one', value: 'yes' } })
  const self = aQuestion({ code: 'self', kind: 'yesno', shownWhen: { questionId: 'id-self', value: 'yes' } })
  expect(shownQuestions([one, other, self], seat, { one: 'yes', other: 'yes', self: 'yes' })).toEqual([])
})

test('a stage asks its own questions, on what was answered in an earlier one', () => {
  const late = { ...passport, stage: 'before-event' as const, shownWhen: { questionId: 'id-visa', value: 'yes' } }
  const all = [visa, late]
  expect(codes(shownQuestions(all, { ...seat, stage: 'before-event' }, { visa: 'yes' }))).toEqual(['passport'])
  expect(codes(shownQuestions(all, { ...seat, stage: 'before-event' }, { visa: 'no' }))).toEqual([])
})

test('a page without script shows what its own answers can still lead to, and no more', () => {
  const stage = 'before-event' as const
  const [arrival, flight] = [
    aQuestion({ code: 'arrival', kind: 'yesno', stage }),
    aQuestion({ code: 'flight', stage, shownWhen: { questionId: 'id-arrival', value: 'yes' } }),
  ]
  const late = { ...passport, stage, shownWhen: { questionId: 'id-visa', value: 'yes' } }
  const all = [visa, arrival, flight, late]
  expect(codes(couldBeShown(all, { ...seat, stage }, { visa: 'no' }))).toEqual(['arrival', 'flight'])
  expect(codes(couldBeShown(all, { ...seat, stage }, { visa: 'yes' }))).toEqual(['arrival', 'flight', 'passport'])
  expect(codes(questionsForSeat(all, { ...seat, stage }))).toEqual(['arrival', 'flight', 'passport'])
})
