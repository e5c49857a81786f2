import { expect, test } from 'vitest'
import { showableGroups } from '#app/surveys/results/showable-groups.ts'

const shown = (counts: Record<string, number>, minimum = 5) =>
  [...showableGroups(new Map(Object.entries(counts)), minimum)].toSorted()

test('large groups are shown, and small ones hide enough others that taking away tells nothing', () => {
  expect(shown({ a: 10, b: 7 })).toEqual(['a', 'b'])
  // Whoever knows the total takes away a and b: two people would be left.
  expect(shown({ a: 10, b: 7, c: 2 })).toEqual(['a'])
  // Three small ones are a crowd together.
  expect(shown({ a: 10, b: 7, c: 2, d: 2, e: 1 })).toEqual(['a', 'b'])
  expect(shown({ a: 10, b: 4 })).toEqual([])
  expect(shown({ a: 5, b: 0 })).toEqual(['a'])
  expect(shown({ a: 4 })).toEqual([])
  expect(shown({})).toEqual([])
})

test('whatever the groups, neither one that is shown nor what is left of the total is a small number', () => {
  for (let seed = 1; seed < 4000; seed++) {
    const minimum = 3 + (seed % 4)
    const counts: Record<string, number> = {}
    for (let group = 0, number = seed; group < 5; group++, number = (number * 7919 + 13) % 10_007)
      counts[`track ${group}`] = number % 13
    const groups = shown(counts, minimum)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const told = groups.reduce((sum, group) => sum + counts[group]!, 0)
    for (const group of groups) expect(counts[group]).toBeGreaterThanOrEqual(minimum)
    const rest = total - told
    expect(rest === 0 || rest >= minimum || groups.length === 0).toBe(true)
  }
})
