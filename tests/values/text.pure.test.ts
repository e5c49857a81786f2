import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '#app/values/text.ts'

test('half a surrogate pair, which no database keeps, becomes the replacement character', () => {
  expect(cleanLine('a\uD800b')).toBe('a\uFFFDb')
  expect(cleanText('a\n\uDC00b')).toBe('a\n\uFFFDb')
})

test('a line is one line, a text keeps its own', () => {
  expect(cleanLine(' one\r\n\t two\u2028three\u0000 ')).toBe('one two three')
  expect(cleanText(' one\r\ntwo\u2028three\u0000\tfour\u0085 ')).toBe('one\ntwo\nthree\tfour')
})
