import { expect, test } from 'vitest'
import { uriOf } from '#app/calendar/property-values.ts'
import { url } from '#app/events/document/pieces.ts'

test.each([
  'https://[',
  'https://example.org:99999/',
  'https://%/',
  'https://example.org/\u0001',
  'http://e.org/\u007F',
])('an address that no calendar could take is none: %j', (address) => {
  expect(() => uriOf(address)).toThrow(RangeError)
  expect(url.safeParse(address).error?.issues).toMatchObject([{ message: 'is no address that a program can read' }])
})

test.each(['javascript:alert(1)', 'https://example.org/a b', '//example.org', ''])('nor is %j', (address) => {
  expect(url.safeParse(address).success).toBe(false)
})

test('what browsers take as it is stays', () => {
  const address = 'https://example.org/a,b;c?d="é"'
  expect(url.parse(address)).toBe(address)
  expect(uriOf(address)).toMatch(/^https:[!-~]+$/)
})
