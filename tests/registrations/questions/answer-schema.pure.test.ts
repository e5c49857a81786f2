import { expect, test } from 'vitest'
import { aQuestion } from './a-question.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import { parseForm } from '#app/http/form.server.ts'
import { answersFormSchema } from '#app/registrations/questions/answer-schema.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { NOW } from '#tests/support/now.ts'

function answer(question: Partial<Question>, fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(`answers.q${name}`, value)
  const parsed = parseForm(form, answersFormSchema([aQuestion({ code: 'q', ...question })]))
  return parsed.ok ? parsed.value.answers['q'] : parsed.form.errors
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'o.2[x]', label: 'French' },
]

test('levels of languages: all four of a language, or of none', () => {
  const question = { kind: 'languages' as const, options: LANGUAGES }
  const english: [string, string][] = [
    ['.en.listening', '4'],
    ['.en.reading', '3'],
    ['.en.speaking', '0'],
    ['.en.writing', '2'],
  ]
  expect(answer(question, [])).toEqual([])
  expect(answer(question, english)).toEqual(['en:4302'])
  expect(answer(question, [...english, ['.o_2_x_.reading', '1']])).toEqual({
    'answers.q.o_2_x_.listening': ['form.chooseLevel'],
    'answers.q.o_2_x_.speaking': ['form.chooseLevel'],
    'answers.q.o_2_x_.writing': ['form.chooseLevel'],
  })
  expect(answer(question, [...english.slice(1), ['.en.listening', '5']])).toEqual({
    'answers.q.en.listening': ['form.chooseLevel'],
  })
  expect(Object.keys(answer({ ...question, isRequired: true }, english) as object)).toHaveLength(4)
})

test('a consent is given or not; one that must be given is', () => {
  expect(answer({ kind: 'consent' }, [])).toBe('')
  expect(answer({ kind: 'consent' }, [['', 'yes']])).toBe('yes')
  expect(answer({ kind: 'consent', isRequired: true }, [])).toEqual({ 'answers.q': ['form.tick'] })
  expect(answer({ kind: 'consent' }, [['', 'certainly']])).toEqual({ 'answers.q': ['form.tick'] })
})

test('a file is the token of one that was kept', () => {
  const token = uploadToken('secret', { id: 'a-file', name: 'نور.pdf', byteCount: 7, at: NOW })
  expect(answer({ kind: 'file' }, [['', token]])).toBe('a-file')
  expect(answer({ kind: 'file' }, [])).toBe('')
  expect(answer({ kind: 'file', isRequired: true }, [])).toEqual({ 'answers.q': ['form.chooseFile'] })
  expect(answer({ kind: 'file' }, [['', 'some-id']])).toEqual({ 'answers.q': ['form.chooseFile'] })
})

test('limits of a question’s own', () => {
  expect(answer({ kind: 'text', maximum: 5 }, [['', 'abcdef']])).toEqual({ 'answers.q': ['form.tooLong?maximum=5'] })
  expect(answer({ kind: 'number', maximum: 12 }, [['', '13']])).toEqual({
    'answers.q': ['form.numberBetween?minimum=0&maximum=12'],
  })
})

test('an answer keeps the words that it answers: of the options only the chosen ones, of a consent its text', () => {
  const options = [
    { value: 'o1', label: 'Vegan' },
    { value: 'o2', label: 'Halal' },
  ]
  const diet = aQuestion({ code: 'diet', kind: 'choices', label: 'What do you eat?', options, version: 3 })
  expect(freezeAnswer(diet, ['o2'])).toEqual({
    questionId: 'id-diet',
    value: '["o2"]',
    asked: '{"label":"What do you eat?","language":"en","options":[{"value":"o2","label":"Halal"}]}',
    questionVersion: 3,
  })
  const consent = aQuestion({ code: 'photos', kind: 'consent', label: 'I agree', help: 'To be photographed.' })
  expect(JSON.parse(freezeAnswer(consent, 'yes').asked)).toEqual({
    label: 'I agree',
    language: 'en',
    help: 'To be photographed.',
  })
})

test('what was asked fits its column however long the options are', () => {
  const options = Array.from({ length: 200 }, (_, at) => ({ value: `${at}`, label: 'x'.repeat(200) }))
  const question = aQuestion({ code: 'long', kind: 'choices', label: 'Which?', options })
  const { asked } = freezeAnswer(
    question,
    options.map(({ value }) => value),
  )
  expect(asked).toBe('{"label":"Which?","language":"en"}')
})
