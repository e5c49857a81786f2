import { expect, test } from 'vitest'
import { z } from 'zod'
import { uriOf } from '#app/calendar/property-values.ts'
import { parseForm } from '#app/http/form.server.ts'
import { day, email, integer, line, optionalLine, optionalText, url, zone } from '#app/values/fields.ts'

const PIECES = {
  line: line(5),
  optionalLine: optionalLine(5),
  optionalText: optionalText(5),
  email: email(),
  integer: integer(1, 3),
  zone: zone(),
  day: day(),
}

/** The value of a field of that kind, or its message; null is a field that was not sent. */
function parsed(piece: keyof typeof PIECES, typed: string | null): unknown {
  const form = new FormData()
  if (typed !== null) form.set('field', typed)
  const result = parseForm(form, z.object({ field: PIECES[piece] }))
  return result.ok ? result.value.field : result.form.errors.field
}

test.each<[keyof typeof PIECES, string]>([
  ['line', 'form.required'],
  ['email', 'form.email'],
  ['integer', 'form.numberBetween?minimum=1&maximum=3'],
  ['zone', 'form.zone'],
  ['day', 'form.date'],
])('%s: nothing, emptiness and white space are told so in words of ours', (piece, message) => {
  for (const typed of [null, '', ' ', '\u00a0']) expect([typed, parsed(piece, typed)]).toEqual([typed, [message]])
})

test.each(['\u200B\u200B', '\u202E', '\uFEFF \u2060', '\u3164', '\u2800'])(
  'what nobody can see is no line: %j',
  (typed) => {
    expect(parsed('line', typed)).toEqual(['form.required'])
  },
)

test.each(['A', '👩🏽‍💻', '例', '=1', '.'])('one sign is enough of a line: %j', (typed) => {
  expect(z.object({ field: line(10) }).safeParse({ field: typed }).success).toBe(true)
})

test.each(['optionalLine', 'optionalText'] as const)('%s may be left out', (piece) => {
  for (const typed of [null, '', ' ']) expect(parsed(piece, typed)).toBe('')
})

test('what is too long or out of bounds is told its bound', () => {
  expect(parsed('line', 'abcdef')).toEqual(['form.tooLong?maximum=5'])
  expect(parsed('optionalText', 'abcdef')).toEqual(['form.tooLong?maximum=5'])
  for (const typed of ['0', '4', '1.5', '1e0', 'x', '99999999999'])
    expect(parsed('integer', typed)).toEqual(['form.numberBetween?minimum=1&maximum=3'])
})

test('what is typed is cleaned', () => {
  expect(parsed('line', '  a \t b ')).toBe('a b')
  expect(parsed('integer', ' 2 ')).toBe(2)
  expect(parsed('zone', ' Africa/Kigali ')).toBe('Africa/Kigali')
  expect(parsed('email', ' a@b.example ')).toBe('a@b.example')
})

test.each(['\u0000', '\u0001', '\u001B', '\u007F', '\u0085'])('an address has no control character: %j', (sign) => {
  expect(url().safeParse(`https://example.org/${sign}x`).error?.issues).toMatchObject([{ message: 'form.url' }])
})

test.each(['https://example.org/a,b;c?d="e"', 'HTTP://example.org', 'https://example.org/é'])(
  'an address that passes can be written into a calendar: %s',
  (address) => expect(uriOf(url().parse(address))).toMatch(/^https?:[!-~]+$/),
)
