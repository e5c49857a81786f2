import { expect, test } from 'vitest'
import { readingAt, readingOf, wallTimeOf } from '#app/events/wall-time.ts'

test('a time that the clocks jump over does not exist, and the first one after the jump is named', () => {
  expect(wallTimeOf('2027-03-28', '02:30', 'Europe/Paris')).toEqual({ is: 'skipped', resumesAt: '03:00' })
  expect(wallTimeOf('2027-10-03', '02:15', 'Australia/Lord_Howe')).toEqual({ is: 'skipped', resumesAt: '02:30' })
})

test('a time that occurs twice has two readings, each with its offset', () => {
  const wall = wallTimeOf('2027-10-31', '02:30', 'Europe/Paris')
  const readings = [
    { at: '2027-10-31T00:30:00.000Z', offset: 'UTC+2' },
    { at: '2027-10-31T01:30:00.000Z', offset: 'UTC+1' },
  ]
  expect(wall).toEqual({ is: 'repeated', readings })
  expect(['', readings[0]!.at, readings[1]!.at, undefined].map((chosen) => readingOf(wall, chosen))).toEqual([
    'open',
    'first',
    'second',
    'open',
  ])
  expect(readingAt('2027-10-31', '02:30', 'Europe/Paris', true)).toBe(readings[1]!.at)
})

test('other times are plain, on the same day too', () => {
  expect(wallTimeOf('2027-03-28', '03:00', 'Europe/Paris')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '01:59', 'Europe/Paris')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '02:30', 'Africa/Kigali')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '24:00', 'Europe/Paris')).toEqual({ is: 'plain' })
})
