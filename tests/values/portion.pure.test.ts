import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portionOf, sharesOf } from '#app/values/portion.ts'

test.each([
  [5, 1, 2, 3],
  [-5, 1, 2, -3],
  [4, 1, 3, 1],
  [0, 18_00, 10_000, 0],
  [Number.MAX_SAFE_INTEGER, 9_999, 10_000, 9_006_298_534_815_517],
])('%i × %i ÷ %i is %i, half away from zero', (amount, numerator, denominator, portion) => {
  expect(portionOf(amount, numerator, denominator)).toBe(portion)
})

test('shares sum to the whole, and nobody is further than one unit from their part', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }), (total, weights) => {
      const shares = sharesOf(total, weights)
      const whole = weights.reduce((sum, weight) => sum + weight, 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole === 0 ? 0 : total)
      for (const [at, share] of shares.entries())
        expect(Math.abs(share - (whole === 0 ? 0 : (total * weights[at]!) / whole))).toBeLessThanOrEqual(1)
    }),
    { seed: 2027 },
  )
})
