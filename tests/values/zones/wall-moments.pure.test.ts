import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { packageZones } from '#app/adapters/package-zones.ts'
import { instantOf, isZone, offsetName, wallClock, wallMoments } from '#app/values/moment.ts'
import { offsetAt } from '#app/values/zones/offsets.ts'
import { COMPUTED_ZONES } from '#app/values/zones/zone-names.ts'
import { setZoneData, zoneData } from '#app/values/zones/zone-registry.ts'

// The offsets are those of 2026f; what a later release of the system says is another matter.
const before = zoneData()
setZoneData(packageZones())
afterAll(() => setZoneData(before))

describe('instants of the vectors', () => {
  test.each([
    [3, 'Africa/Casablanca', '2026-12-01', '09:00', '2026-12-01T09:00:00.000Z'],
    [4, 'Africa/Casablanca', '2027-02-20', '09:00', '2027-02-20T09:00:00.000Z'],
    [6, 'Europe/Berlin', '2027-03-27', '22:00', '2027-03-27T21:00:00.000Z'],
    [6, 'Europe/Berlin', '2027-03-28', '06:00', '2027-03-28T04:00:00.000Z'],
    [11, 'Pacific/Chatham', '2027-01-05', '09:00', '2027-01-04T19:15:00.000Z'],
    [11, 'Pacific/Chatham', '2027-07-05', '09:00', '2027-07-04T20:15:00.000Z'],
    [12, 'Australia/Lord_Howe', '2027-01-05', '09:00', '2027-01-04T22:00:00.000Z'],
    [13, 'Africa/Cairo', '2027-04-30', '09:00', '2027-04-30T06:00:00.000Z'],
    [13, 'Africa/Cairo', '2027-04-29', '22:00', '2027-04-29T20:00:00.000Z'],
    [15, 'America/Vancouver', '2026-12-01', '09:00', '2026-12-01T16:00:00.000Z'],
    [18, 'Europe/Dublin', '2027-07-01', '09:00', '2027-07-01T08:00:00.000Z'],
    [23, 'Africa/Nairobi', '2027-01-05', '22:00', '2027-01-05T19:00:00.000Z'],
    [23, 'Africa/Nairobi', '2027-01-05', '24:00', '2027-01-05T21:00:00.000Z'],
  ])('%i: %s %s %s', (_number, zone, day, time, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant)
    expect(wallMoments(day, time, zone)).toEqual([instant])
  })

  test('8: a time that is jumped over is no moment, and is computed by the offset before the jump', () => {
    expect(wallMoments('2027-03-28', '02:30', 'Europe/Berlin')).toEqual([])
    expect(instantOf('2027-03-28', '02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z')
    expect(instantOf('2027-03-28', '02:30', 'Europe/Berlin', true)).toBe('2027-03-28T01:30:00.000Z')
  })

  test('9: a time that occurs twice is two moments, the first unless the second is meant', () => {
    const both = ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']
    expect(wallMoments('2027-10-31', '02:30', 'Europe/Berlin')).toEqual(both)
    expect(instantOf('2027-10-31', '02:30', 'Europe/Berlin')).toBe(both[0])
    expect(instantOf('2027-10-31', '02:30', 'Europe/Berlin', true)).toBe(both[1])
    for (const moment of both) expect(wallClock(moment, 'Europe/Berlin')).toEqual({ day: '2027-10-31', time: '02:30' })
    expect(both.map((moment) => offsetName(moment, 'Europe/Berlin'))).toEqual(['UTC+2', 'UTC+1'])
  })
})

test('a day that a country left out has no moment, and half an hour is a jump as well', () => {
  expect(wallMoments('2011-12-30', '12:00', 'Pacific/Apia')).toEqual([])
  expect(wallMoments('2027-10-03', '02:15', 'Australia/Lord_Howe')).toEqual([])
  expect(wallMoments('2027-04-04', '01:45', 'Australia/Lord_Howe')).toHaveLength(2)
})

test('old names and any letters name the same zone; offsets and nonsense name none', () => {
  expect(instantOf('2027-02-01', '09:00', 'Asia/Katmandu')).toBe('2027-02-01T03:15:00.000Z')
  for (const zone of ['Asia/Calcutta', 'europe/berlin', 'UTC', 'GMT', 'Etc/GMT+12', 'US/Eastern'])
    expect(isZone(zone), zone).toBe(true)
  for (const zone of ['', '+02:00', '../../etc/passwd', 'Mars/Olympus', 'posixrules', 'constructor', 'Europe'])
    expect(isZone(zone), zone).toBe(false)
})

test('what is no day is refused, not moved', () => {
  for (const day of ['2027-02-30', '2027-13-01', '2027', 'today'])
    expect(() => instantOf(day, '09:00', 'Europe/Berlin'), day).toThrow(RangeError)
  expect(() => instantOf('2027-02-01', '9 am', 'Europe/Berlin')).toThrow(RangeError)
  expect(() => instantOf('2027-02-01', '09:00', 'Mars/Olympus')).toThrow(RangeError)
})

test('after the end of the data the rules go on, on the right weekdays', () => {
  expect(instantOf('2060-03-28', '01:59', 'Europe/Berlin')).toBe('2060-03-28T00:59:00.000Z')
  expect(instantOf('2060-03-28', '03:00', 'Europe/Berlin')).toBe('2060-03-28T01:00:00.000Z')
  expect(instantOf('2052-10-27', '03:00', 'Europe/Berlin')).toBe('2052-10-27T02:00:00.000Z')
  expect(wallMoments('2052-10-27', '02:30', 'Europe/Berlin')).toHaveLength(2)
  expect(wallMoments('2052-02-29', '12:00', 'Asia/Kathmandu')).toEqual(['2052-02-29T06:15:00.000Z'])
})

test('every moment is among those of its own clock time, in every zone', () => {
  const moment = fc.integer({ min: 0, max: Date.UTC(2050, 0, 1) / 60_000 }).map((minute) => minute * 60_000)
  fc.assert(
    fc.property(fc.constantFrom(...COMPUTED_ZONES), moment, (zone, epoch) => {
      // Until 1972 Liberia was 44 minutes and 30 seconds behind: clocks without seconds cannot tell that.
      fc.pre(offsetAt(zone, epoch) % 60_000 === 0)
      const instant = new Date(epoch).toISOString()
      const { day, time } = wallClock(instant, zone)
      expect(wallMoments(day, time, zone)).toContain(instant)
    }),
    { numRuns: 5000 },
  )
})
