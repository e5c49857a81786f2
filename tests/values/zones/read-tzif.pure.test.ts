import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ZONE_FOLDER } from '#app/adapters/system-zones.ts'
import { expandRule } from '#app/values/zones/posix-rule.ts'
import { readTzif } from '#app/values/zones/read-tzif.ts'

const at = (text: string) => Date.parse(text) / 1000

test.each([
  ['Europe/Berlin', 'CET-1CEST,M3.5.0,M10.5.0/3', '2027-03-28T01:00Z', 7200, '2027-10-31T01:00Z', 3600],
  [
    'Australia/Lord_Howe',
    '<+1030>-10:30<+11>-11,M10.1.0,M4.1.0',
    '2027-10-02T15:30Z',
    39600,
    '2027-04-03T15:00Z',
    37800,
  ],
  ['Europe/Dublin', 'IST-1GMT0,M10.5.0,M3.5.0/1', '2027-10-31T01:00Z', 0, '2027-03-28T01:00Z', 3600],
  ['Africa/Cairo', 'EET-2EEST,M4.5.5/0,M10.5.4/24', '2027-04-29T22:00Z', 10800, '2027-10-28T21:00Z', 7200],
  ['Asia/Gaza', 'EET-2EEST,M3.4.4/50,M10.4.4/50', '2027-03-27T00:00Z', 10800, '2027-10-29T23:00Z', 7200],
  ['America/Nuuk', '<-02>2<-01>,M3.5.0/-1,M10.5.0/0', '2027-03-28T01:00Z', -3600, '2027-10-31T01:00Z', -7200],
  ['a day of the year', 'AAA0BBB,J60/0,J305/0', '2028-03-01T00:00Z', 3600, '2028-10-31T23:00Z', 0],
  ['a day counted from 0', 'AAA0BBB,59/0,304/0', '2028-02-29T00:00Z', 3600, '2028-10-30T23:00Z', 0],
])('the last line of %s: %s', (_zone, rule, start, summer, end, winter) => {
  const year = Number(start.slice(0, 4))
  expect(expandRule(rule, year, year).slice(1)).toEqual([
    { at: at(end), offset: winter },
    { at: at(start), offset: summer },
  ])
})

test('a line without summer time is one offset, and one of another shape is refused', () => {
  expect(expandRule('<+0545>-5:45', 2027, 2028)).toEqual([{ at: -Infinity, offset: 20700 }])
  for (const rule of ['', 'CET', 'CET-1CEST,M3.5.0', 'CET-1CEST,M3.5,M10.5.0'])
    expect(() => expandRule(rule, 2027, 2027), rule).toThrow(RangeError)
})

test('a file that was cut off anywhere, or is something else, is refused and never read wrongly', () => {
  const whole = readFileSync(join(ZONE_FOLDER, 'Europe/Berlin'))
  const zone = readTzif(whole)
  expect(zone.at(-1)).toEqual({ at: at('2037-10-25T01:00Z'), offset: 3600 })
  for (let length = 0; length < whole.length - 1; length += 7)
    expect(() => readTzif(whole.subarray(0, length)), String(length)).toThrow(RangeError)
  expect(() => readTzif(Buffer.from('<!doctype html>'.repeat(20)))).toThrow(RangeError)
})
