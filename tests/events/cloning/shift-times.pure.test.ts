import { expect, test } from 'vitest'
import { shiftHour, shiftTimes } from '#app/events/cloning/shift-times.ts'
import { wallClock } from '#app/values/moment.ts'

test('clocks show on the new day what they showed on the old one, across a change of theirs', () => {
  const shift = shiftTimes(7, 'America/New_York')
  // The evening of 10 March 2027, before the change of the 14th.
  const moved = shift.moment('2027-03-11T04:59:30.000Z')
  expect(moved).toBe('2027-03-18T03:59:30.000Z')
  expect(wallClock(moved, 'America/New_York')).toEqual({ day: '2027-03-17', time: '23:59' })
  expect(shift.moved()).toEqual([])
})

test('a moment that was set on other clocks keeps the time of those', () => {
  const shift = shiftTimes(7, 'America/New_York')
  expect(shift.moment('2027-03-11T11:59:00.000Z', 'Etc/GMT+12')).toBe('2027-03-18T11:59:00.000Z')
})

test('a time that the new day does not have moves forward, and is told once', () => {
  const shift = shiftTimes(7, 'America/New_York')
  expect(shift.moment('2027-03-07T07:30:00.000Z')).toBe('2027-03-14T07:30:00.000Z')
  expect(shift.time('2027-03-14', '02:30')).toBe('03:30')
  expect(shift.moved()).toEqual([{ day: '2027-03-14', from: '02:30', to: '03:30', zone: 'America/New_York' }])
})

test('a session whose beginning has to move past its end keeps its length', () => {
  const shift = shiftTimes(7, 'America/New_York')
  const hour = (startsTime: string, endsTime: string) => shiftHour(shift, '2027-03-14', { startsTime, endsTime })
  expect(hour('02:30', '03:15')).toEqual({ startsTime: '03:30', endsTime: '04:15' })
  expect(hour('02:15', '02:45')).toEqual({ startsTime: '03:15', endsTime: '03:45' })
  expect(hour('22:00', '24:00')).toEqual({ startsTime: '22:00', endsTime: '24:00' })
})

test('of a time that the new day has twice the first is taken', () => {
  const shift = shiftTimes(7, 'America/New_York')
  expect(shift.moment('2027-10-31T05:30:00.000Z')).toBe('2027-11-07T05:30:00.000Z')
})
