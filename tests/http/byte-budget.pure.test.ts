import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteBudget } from '#app/http/byte-budget.ts'

test('never holds more than its budget, and gives back what was put in last', () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 20 }),
    bytes: fc.integer({ min: 0, max: 60 }),
    puts: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const budget = new ByteBudget<number>(100)
      const last = new Map<string, number>()
      for (const [at, { key, bytes, puts }] of steps.entries()) {
        const name = String(key)
        if (puts) {
          budget.set(name, at, bytes)
          last.set(name, at)
        } else {
          const found = budget.get(name)
          if (found !== undefined) expect(found).toBe(last.get(name))
        }
        expect(budget.size).toBeLessThanOrEqual(100)
      }
    }),
  )
})

test('what is used again outlives any number of things that are asked for once', () => {
  const budget = new ByteBudget<string>(100)
  budget.set('feed', 'kept', 20)
  expect(budget.get('feed')).toBe('kept')
  for (let at = 0; at < 1000; at++) budget.set(`stuffed-${at}`, 'x', 20)
  expect(budget.get('feed')).toBe('kept')
  expect(budget.get('stuffed-0')).toBeUndefined()
  expect(budget.get('stuffed-999')).toBe('x')
})

test('what was used longest ago goes first, and what is too large is not kept', () => {
  const budget = new ByteBudget<string>(100)
  for (const name of ['a', 'b', 'c']) budget.set(name, name, 20)
  expect([budget.get('a'), budget.get('b'), budget.get('c')]).toEqual([undefined, 'b', 'c'])
  budget.set('huge', 'huge', 26)
  expect(budget.get('huge')).toBeUndefined()
  budget.set('b', 'huge', 26)
  expect(budget.get('b')).toBeUndefined()
})
