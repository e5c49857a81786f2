import { expect, test } from 'vitest'
import { formatDay, formatMoment } from '#app/values/dates.ts'

test('French counts the first of a month', () => {
  expect(formatDay('2027-04-01', 'fr')).toBe('1er avril 2027')
  expect(formatDay('2027-06-01', 'fr', { weekday: true })).toBe('mardi 1er juin 2027')
  expect(formatDay('2027-04-11', 'fr')).toBe('11 avril 2027')
  expect(formatDay('2027-04-01', 'en')).toBe('1 April 2027')
})

test('a day and its hour stand apart as the language does it', () => {
  const at = '2027-03-31T21:59:00.000Z'
  expect(formatMoment(at, 'Africa/Kigali', 'en')).toBe('31 March 2027, 23:59 (UTC+2)')
  expect(formatMoment(at, 'Africa/Kigali', 'ar')).toMatch(/2027، 23:59 \(UTC\+2\)$/)
})
