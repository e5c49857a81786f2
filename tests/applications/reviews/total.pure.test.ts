import { expect, test } from 'vitest'
import { meanOf, spreadOf, totalOf, wantsThird } from '#app/applications/reviews/total.ts'

const CRITERIA = [
  { id: 'need', maximum: 5, weights: { 'first-time': 25, returning: 20 } },
  { id: 'relevance', maximum: 5, weights: { '': 20 } },
  { id: 'plan', maximum: 5, weights: { '': 20, returning: 30 } },
]
const scored = (need: number, relevance: number, plan: number) =>
  new Map([
    ['need', need],
    ['relevance', relevance],
    ['plan', plan],
  ])

test('a total weighs each score by the category of the applicant, in thousandths of a point of 100', () => {
  expect(totalOf(CRITERIA, 'first-time', scored(5, 5, 5))).toBe(100_000)
  expect(totalOf(CRITERIA, 'first-time', scored(0, 0, 0))).toBe(0)
  expect(totalOf(CRITERIA, 'first-time', scored(5, 0, 0))).toBe(Math.round((25 / 65) * 100_000))
  expect(totalOf(CRITERIA, 'returning', scored(0, 0, 5))).toBe(Math.round((30 / 70) * 100_000))
})

test('what is not weighed for a category counts as for everybody else, and nothing where it is not weighed at all', () => {
  expect(totalOf(CRITERIA, '', scored(5, 0, 0))).toBe(0)
  expect(totalOf(CRITERIA, '', scored(0, 5, 0))).toBe(50_000)
})

test('where nothing was weighed the points count as they are', () => {
  const plain = [
    { id: 'a', maximum: 20, weights: {} },
    { id: 'b', maximum: 5, weights: {} },
  ]
  const scores = new Map([
    ['a', 10],
    ['b', 5],
  ])
  expect(totalOf(plain, '', scores)).toBe(60_000)
})

test('there is no total while a score is missing, nor without criteria', () => {
  expect(totalOf(CRITERIA, '', new Map([['need', 5]]))).toBeNull()
  expect(totalOf([], '', new Map())).toBeNull()
})

test('a third is wanted above the gap, not at it, and never without one', () => {
  expect(spreadOf([60_000])).toBeNull()
  expect(spreadOf([60_000, 80_000, 70_000])).toBe(20_000)
  expect(meanOf([60_000, 80_001])).toBe(70_001)
  expect([wantsThird(20_000, 20), wantsThird(20_001, 20), wantsThird(90_000, null), wantsThird(null, 0)]).toEqual([
    false,
    true,
    false,
    false,
  ])
})
