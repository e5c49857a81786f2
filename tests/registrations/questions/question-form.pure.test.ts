import { expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { questionSchema } from '#app/registrations/questions/question-form.ts'
import { withValues } from '#app/registrations/questions/question-options.ts'

function parse(fields: Record<string, string>) {
  const form = new FormData()
  const base = { textLanguage: 'en', label: 'Diet', kind: 'choice', purpose: 'The kitchen', audience: 'totals' }
  for (const [name, value] of Object.entries({ ...base, ...fields })) form.append(name, value)
  return parseForm(form, questionSchema)
}

test('an option keeps its value when its label changes or others go, and a new one gets a value never used', () => {
  expect(
    withValues([
      { value: 'o3', label: 'C' },
      { value: '', label: 'New' },
      { value: 'o1', label: 'A' },
    ]),
  ).toEqual([
    { value: 'o3', label: 'C' },
    { value: 'o4', label: 'New' },
    { value: 'o1', label: 'A' },
  ])
  expect(
    withValues([
      { value: 'x', label: 'A' },
      { value: 'x', label: 'B' },
    ]).map(({ value }) => value),
  ).toEqual(['x', 'o1'])
  expect(withValues([{ value: '', label: 'New' }], ['o1', 'o7', 'x'])).toEqual([{ value: 'o8', label: 'New' }])
})

test('a choice needs two options; empty rows are none; other kinds have none', () => {
  const one = parse({ 'options[0].label': 'Vegan', 'options[1].label': '', 'options[2].label': ' ' })
  expect(one).toMatchObject({ ok: false, form: { errors: { 'options[1].label': ['organize.twoOptions'] } } })
  const two = parse({ 'options[0].label': 'Vegan', 'options[3].label': 'Halal' })
  expect(two).toMatchObject({
    ok: true,
    value: {
      options: [
        { value: '', label: 'Vegan' },
        { value: '', label: 'Halal' },
      ],
    },
  })
  expect(parse({ kind: 'text', 'options[0].label': 'Vegan' })).toMatchObject({ ok: true, value: { options: [] } })
})

test('levels are asked of one language at least; a limit is one of the kind', () => {
  expect(parse({ kind: 'languages', 'options[0].label': 'French' })).toMatchObject({ ok: true })
  expect(parse({ kind: 'languages' })).toMatchObject({
    form: { errors: { 'options[0].label': ['organize.oneOption'] } },
  })
  expect(parse({ kind: 'text', maximum: '600' })).toMatchObject({
    form: { errors: { maximum: ['form.numberBetween?minimum=1&maximum=500'] } },
  })
  expect(parse({ kind: 'number', maximum: '600' })).toMatchObject({ value: { maximum: 600 } })
  expect(parse({ kind: 'yesno', maximum: '600' })).toMatchObject({ value: { maximum: null } })
})

test('a condition is one field: the other question and the value, which may hold a colon', () => {
  expect(parse({ kind: 'text', shownWhen: 'q1:a:b' })).toMatchObject({
    value: { shownWhen: { questionId: 'q1', value: 'a:b' } },
  })
  expect(parse({ kind: 'text', shownWhen: '' })).toMatchObject({ value: { shownWhen: null } })
})
