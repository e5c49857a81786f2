import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldName, formTree } from '#app/http/form-tree.ts'

const built = (...fields: [string, string][]) => formTree(fields)

test('names say how a form is built', () => {
  expect(
    built(['people[0].email', 'a@example.org'], ['people[1].email', 'b@example.org'], ['conduct', 'on'], ['day', '1']),
  ).toEqual({ people: [{ email: 'a@example.org' }, { email: 'b@example.org' }], conduct: 'on', day: '1' })
})

test('what is there twice is a list', () => {
  expect(built(['day', '1'], ['day', '2'], ['day', '3'], ['days[]', '4'])).toEqual({
    day: ['1', '2', '3'],
    days: ['4'],
  })
})

test.each(['', 'a..b', 'a]', 'a[x]', 'a[].b', 'a.', '__proto__.x', 'a.constructor', 'constructor'])(
  '“%s” is no name of a field',
  (name) => {
    expect(built([name, 'x'], ['real', 'y'])).toEqual({ real: 'y' })
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  },
)

test('names of every object are names like any other', () => {
  expect(built(['toString', '1'], ['valueOf.x', '2'])).toEqual({ toString: '1', valueOf: { x: '2' } })
})

test('one form has nothing of another', () => {
  built(['people[0].email', 'a@example.org'], ['day', '1'])
  expect(built(['people[0].fullName', 'Bình'], ['day', '2'])).toEqual({ people: [{ fullName: 'Bình' }], day: '2' })
})

const segment = fc.constantFrom('a', 'b', 'people', '[0]', '[1]', '[2]', '[]')
const name = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((all) => all.reduce((path, one) => (one.startsWith('[') || path === '' ? path + one : `${path}.${one}`), ''))

test('any form is built as the library builds it that reads schemas for forms', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 8 }), (fields) => {
      const form = new URLSearchParams(fields)
      expect(formTree([...form])).toEqual(parseWithZod(form, { schema: z.object({}) }).payload)
    }),
  )
})

test('a path leads back to the name', () => {
  expect(fieldName(['people', 0, 'answers', 'diet'])).toBe('people[0].answers.diet')
  expect(fieldName([])).toBe('')
})
