import { expect, test } from 'vitest'
import { newCode, parseCode } from '#app/values/code.ts'
import { random32, randomBelow } from '#app/values/random.ts'

test('a code is its kind and seven letters, and is read back as it was made', () => {
  for (let times = 0; times < 2000; times++) {
    const code = newCode('P')
    expect(code).toMatch(/^P[A-HJKMNP-TV-Z2-9]{3}-[A-HJKMNP-TV-Z2-9]{4}$/)
    expect(parseCode(code)).toBe(code)
  }
})

test('codes do not come twice, across many fillings of the pool', () => {
  const codes = Array.from({ length: 20_000 }, () => newCode('T'))
  expect(new Set(codes).size).toBeGreaterThan(19_990)
  expect(new Set(Array.from({ length: 5000 }, random32)).size).toBeGreaterThan(4990)
})

test('each letter is as likely as any other', () => {
  const counts = new Map<number, number>()
  const drawn = 300_000
  for (let times = 0; times < drawn; times++) {
    const number = randomBelow(30)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  expect([...counts.keys()].toSorted((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, at) => at))
  // Chi squared of 29 degrees of freedom: above 75 once in a hundred thousand.
  const expected = drawn / 30
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  expect(chi).toBeLessThan(75)
})

test('a bound that does not divide 2³² is drawn without favour for the low numbers', () => {
  const below = 3 * 2 ** 30
  let low = 0
  for (let times = 0; times < 30_000; times++) if (randomBelow(below) < 2 ** 30) low++
  // A third of them; a remainder would make it half.
  expect(low / 30_000).toBeCloseTo(1 / 3, 1)
})
