import { expect, test } from 'vitest'
import { formatMoney } from '#app/values/money.ts'

test.each([
  ['en', 'US$250'],
  ['ar', '250\u00a0US$'],
])('an amount in %s begins with no mark that would turn the sign of its currency', (language, text) => {
  expect(formatMoney({ amountMinor: 25_000, currency: 'USD' }, language)).toBe(text)
})
