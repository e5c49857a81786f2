import { expect, test } from 'vitest'
import { fullness, inLockingOrder, lackOf, sumDemand } from '#app/registrations/seats/seat-demand.ts'

test('demand is summed per quota over all seats; a seat that names a quota twice takes one', () => {
  const demand = sumDemand([{ quotaIds: ['b', 'a'] }, { quotaIds: ['a'] }, { quotaIds: ['c', 'c'] }, { quotaIds: [] }])
  expect(inLockingOrder(demand)).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 1],
  ])
})

test('the first quota without room is named', () => {
  const demand = sumDemand([{ quotaIds: ['a', 'b'] }, { quotaIds: ['b'] }])
  const room = (a: number, b: number) =>
    new Map([
      ['a', a],
      ['b', b],
    ])
  expect(lackOf(demand, room(1, 2))).toBeNull()
  expect(lackOf(demand, room(1, 1))).toBe('b')
  expect(lackOf(demand, room(0, 0))).toBe('a')
  expect(lackOf(demand, new Map())).toBe('a')
})

test('what a page tells of a quota changes with every one of the last ten seats, and in tenths before', () => {
  const told = Array.from({ length: 1001 }, (_, taken) => fullness(taken, 1000))
  expect(new Set(told).size).toBe(11 + 10)
  expect(new Set(told.slice(990)).size).toBe(11)
  expect(fullness(0, 0)).toBe(0)
  expect(fullness(12, 10)).toBe(0)
})
