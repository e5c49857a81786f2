import fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseOf } from '#app/participants/figures/course.ts'
import { addDays } from '#app/values/moment.ts'

const FIRST = '2027-06-14'
const day = (at: number) => addDays(FIRST, at)

test('nobody yet is no course', () => {
  expect(courseOf({ current: { firstOn: FIRST, changes: [] }, earlier: null, today: '2027-01-01' })).toEqual([])
})

test('both editions are read so many days before their first day', () => {
  const course = courseOf({
    current: {
      firstOn: FIRST,
      changes: [
        { day: day(-20), change: 3 },
        { day: day(-10), change: -1 },
      ],
    },
    earlier: {
      firstOn: '2026-06-15',
      changes: [
        { day: '2026-05-26', change: 5 },
        { day: '2026-06-20', change: 2 },
      ],
    },
    today: day(-10),
  })
  expect(course.slice(0, 2)).toEqual([
    { at: -21, day: day(-21), current: 0, earlier: 0 },
    { at: -20, day: day(-20), current: 3, earlier: 5 },
  ])
  expect(course.find(({ at }) => at === -10)).toMatchObject({ current: 2, earlier: 5 })
  expect(course.find(({ at }) => at === -9)).toMatchObject({ current: null, earlier: 5 })
  // Who came after the first day counts on it.
  expect(course.at(-1)).toEqual({ at: 0, day: FIRST, current: null, earlier: 7 })
})

test('a long course is told by the week, with today among its days; a very long one by its end', () => {
  const course = courseOf({
    current: { firstOn: FIRST, changes: [{ day: day(-2000), change: 1 }] },
    earlier: null,
    today: day(-3),
  })
  expect(course.length).toBeLessThanOrEqual(81)
  expect(course.at(-2)).toMatchObject({ at: -3, current: 1 })
  expect(course[0]!.current).toBe(1)
})

test('each point is what a recount of the days gives, and the last one is everybody', () => {
  const changes = fc.array(
    fc.record({ at: fc.integer({ min: -300, max: 5 }), change: fc.integer({ min: -2, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  fc.assert(
    fc.property(changes, fc.integer({ min: -200, max: 30 }), (rows, now) => {
      const sorted = rows.toSorted((one, other) => one.at - other.at)
      const course = courseOf({
        current: { firstOn: FIRST, changes: sorted.map(({ at, change }) => ({ day: day(at), change })) },
        earlier: null,
        today: day(now),
      })
      const recount = (until: number) =>
        rows.reduce((sum, { at, change }) => (Math.min(0, at) <= until ? sum + change : sum), 0)
      for (const { at, current } of course) if (current !== null) expect(current).toBe(recount(at))
      if (now >= 0) expect(course.at(-1)!.current).toBe(rows.reduce((sum, { change }) => sum + change, 0))
    }),
  )
})
