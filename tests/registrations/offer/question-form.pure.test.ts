import { expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { questionSchema, withValues } from '#app/registrations/offer/question-form.ts'

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
})

test('a choice needs two options; empty rows are none; other kinds have none', () => {
  const one = parse({ 'options[0].label': 'Vegan', 'options[1].label': '', 'options[2].label': ' ' })
  expect(one).toMatchObject({ ok: false, form: { errors: { 'options[1].label': ['organize.twoOptions'] } } })
  const two = parse({ 'options[0].label': 'Vegan', 'options[3].label': 'Halal' })
  expect(two).toMatchObject({
    ok: true,
    value: {
      options: [
        { value: 'o1', label: 'Vegan' },
        { value: 'o2', label: 'Halal' },
      ],
    },
  })
  expect(parse({ kind: 'text', 'options[0].label': 'Vegan' })).toMatchObject({ ok: true, value: { options: [] } })
})
