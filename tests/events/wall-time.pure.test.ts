import { expect, test } from 'vitest'
import { wallTimeOf } from '#app/events/wall-time.ts'

test('a time that the clocks jump over does not exist, and the first one after the jump is named', () => {
  expect(wallTimeOf('2027-03-28', '02:30', 'Europe/Paris')).toEqual({ is: 'skipped', resumesAt: '03:00' })
  expect(wallTimeOf('2027-10-03', '02:15', 'Australia/Lord_Howe')).toEqual({ is: 'skipped', resumesAt: '02:30' })
})

test('a time that occurs twice is the first one', () => {
  expect(wallTimeOf('2027-10-31', '02:30', 'Europe/Paris')).toEqual({ is: 'repeated', taken: 'UTC+2', other: 'UTC+1' })
})

test('other times are plain, on the same day too', () => {
  expect(wallTimeOf('2027-03-28', '03:00', 'Europe/Paris')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '01:59', 'Europe/Paris')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '02:30', 'Africa/Kigali')).toEqual({ is: 'plain' })
  expect(wallTimeOf('2027-03-28', '24:00', 'Europe/Paris')).toEqual({ is: 'plain' })
})
