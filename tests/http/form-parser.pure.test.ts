import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { formParser } from '#app/http/form-parser.ts'
import { parseForm } from '#app/http/form.server.ts'
import { answersSchema } from '#app/registrations/questions/answer-schema.ts'
import { country, day, email, integer, line, mustTick, optionalLine, tick } from '#app/values/fields.ts'

/** One of everything that forms of ours ask. */
const schemaOf = () =>
  z.object({
    formKey: z
      .string()
      .regex(/^\w{4,}$/)
      .catch(''),
    people: z.tuple([
      z.object({ fullName: line(20), email: email(), country: country(), tags: z.array(z.string()).default([]) }),
    ]),
    seats: integer(1, 9),
    day: day().optional(),
    note: optionalLine(10),
    conduct: mustTick(),
    news: tick(),
    method: z.enum(['card', 'invoice']),
    payer: z.object({ name: line(20), email: z.union([z.literal(''), email()]).default('') }).optional(),
    answers: answersSchema([
      {
        code: 'diet',
        kind: 'choices',
        isRequired: false,
        options: [{ value: 'halal', label: 'Halal' }],
        maximum: null,
      },
      {
        code: 'speaks',
        kind: 'languages',
        isRequired: false,
        options: [{ value: 'fr', label: 'French' }],
        maximum: null,
      },
    ]),
  })

const GOOD: Record<string, string> = {
  formKey: 'abcd',
  'people[0].fullName': ' Bình ',
  'people[0].email': 'binh@example.org',
  'people[0].country': 'VN',
  seats: '2',
  conduct: 'on',
  method: 'card',
}

const given = fc.dictionary(
  fc.constantFrom(
    ...Object.keys(GOOD),
    'day',
    'note',
    'news',
    'payer.name',
    'payer.email',
    'people[0].tags',
    'people[1].email',
    'people',
    'answers.diet',
    'answers.speaks.l-fr.listening',
    'answers',
    'unknown',
  ),
  fc.array(fc.constantFrom('', 'x', 'abcd', 'VN', '3', 'on', 'card', 'halal', 'a@example.org', '2027-06-21', '2b'), {
    maxLength: 2,
  }),
)

/** The form of somebody who fills in well, but for some fields. */
function formWith(others: Record<string, string[]>): [string, string][] {
  const typed = { ...Object.fromEntries(Object.entries(GOOD).map(([name, value]) => [name, [value]])), ...others }
  return Object.entries(typed).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
}

test('of any form is said what the library says, whether a schema is used for the first time or for the thousandth', () => {
  const [schema, reference] = [schemaOf(), schemaOf()]
  let right = 0
  fc.assert(
    fc.property(given, (others) => {
      const form = formWith(others)
      const said = parseForm(form, schema)
      if (said.ok) right++
      const library = parseWithZod(new URLSearchParams(form), { schema: reference })
      expect(said.ok ? said.value : said.form.errors).toEqual(
        library.status === 'success' ? library.value : library.error,
      )
    }),
    { numRuns: 500 },
  )
  expect(right).toBeGreaterThan(20)
})

test('a word that the library takes for one of its own is a name like any other', () => {
  expect(parseForm(formWith({ __intent__: ['x'] }), schemaOf()).ok).toBe(true)
})

test('the code that is made of a schema is its own: another has its own answers, at once', () => {
  const [narrow, wide] = [z.object({ name: line(3) }), z.object({ name: line(30) })]
  for (let use = 0; use < 60; use++) parseForm([['name', 'Ada']], narrow)
  expect(parseForm([['name', 'Wulandari']], narrow)).toEqual({
    ok: false,
    form: { values: { name: ['Wulandari'] }, errors: { name: ['form.tooLong?maximum=3'] } },
  })
  expect(parseForm([['name', 'Wulandari']], wide)).toEqual({ ok: true, value: { name: 'Wulandari' } })
})

test('a schema is written out as code once it is used often, not before', () => {
  const schema = z.object({ name: line(3) })
  const first = formParser(schema)
  for (let use = 2; use < 50; use++) expect(formParser(schema)).toBe(first)
  const made = formParser(schema)
  expect(made).not.toBe(first)
  for (let use = 0; use < 100; use++) expect(formParser(schema)).toBe(made)
})

test('nobody’s values reach anybody else’s form', () => {
  const schema = z.object({ people: z.array(z.object({ fullName: line(30), tags: z.array(z.string()).default([]) })) })
  const values: unknown[] = []
  for (let at = 0; at < 120; at++) {
    const form: [string, string][] = [['people[0].fullName', `Person ${at}`]]
    const parsed = parseForm(at % 2 ? [...form, ['people[0].tags', `tag ${at}`]] : form, schema)
    if (parsed.ok) values.push(parsed.value)
  }
  expect(values).toEqual(
    Array.from({ length: 120 }, (_, at) => ({
      people: [{ fullName: `Person ${at}`, tags: at % 2 ? [`tag ${at}`] : [] }],
    })),
  )
})
