import { expect, test } from 'vitest'
import { seatCount } from '#app/events/seats.ts'

const room = { id: 'room', size: 600, taken: 412 }
const hall = { id: 'hall', size: 100, taken: 99 }
const dinner = { id: 'dinner', size: 50, taken: 10 }
const type = (...quotas: (typeof room)[]) => ({ admission: 'open', isHidden: 0, quotas })

test('types with a pool each add up', () => {
  expect(seatCount([type(room), type(hall)])).toEqual({ size: 700, taken: 511 })
})

test('types that share one pool count it once', () => {
  expect(seatCount([type(room), type(room)])).toEqual({ size: 600, taken: 412 })
})

test('a pool that everything draws on is the whole, whatever else some draw on', () => {
  expect(seatCount([type(room, dinner), type(room)])).toEqual({ size: 600, taken: 412 })
})

test('of several common pools the tightest counts', () => {
  expect(seatCount([type(room, hall)])).toEqual({ size: 100, taken: 99 })
})

test('pools that cross cannot be said in one number', () => {
  expect(seatCount([type(room, dinner), type(hall)])).toBeNull()
})

test('unlimited and hidden types do not count', () => {
  expect(seatCount([type()])).toBeNull()
  expect(seatCount([type(hall), type(), { ...type(room), isHidden: 1 }])).toEqual({ size: 100, taken: 99 })
})

test('seats above the size are not taken from another pool', () => {
  expect(seatCount([type({ ...hall, taken: 120 }), type(dinner)])).toEqual({ size: 150, taken: 110 })
})
