import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/values/moment.ts'

test('a day moves as calendars have it, over months, leap years and centuries', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9990-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const from = date.toISOString().slice(0, 10)
      expect(addDays(from, days)).toBe(Temporal.PlainDate.from(from).add({ days }).toString())
    }),
  )
})

test.each(['2027-02-30', '2027-06', '2027', '', '2027-06-14T10:00'])('%s is no day of ours', (text) => {
  const plainly = () => Temporal.PlainDate.from(text).add({ days: 1 }).toString()
  let expected: string | undefined
  try {
    expected = plainly()
  } catch {
    expect(() => addDays(text, 1)).toThrow(RangeError)
  }
  if (expected !== undefined) expect(addDays(text, 1)).toBe(expected)
})
