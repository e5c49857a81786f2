import { expect, test } from 'vitest'
import { priceRange } from '#app/events/price-range.ts'

const NOW = '2027-03-16T12:00:00.000Z'
const BEFORE = '2027-03-01T00:00:00.000Z'
const step = (amountMinor: number, currency = 'USD', endsAt: string | null = null) => ({
  startsAt: null,
  endsAt,
  currency,
  amountMinor,
})
const type = (...steps: ReturnType<typeof step>[]) => ({ admission: 'open', isHidden: 0, steps })

test('without a price, or with nothing but zero, it is free', () => {
  expect(priceRange([type()], 'USD', NOW)).toEqual({ isFree: true, from: null })
  expect(priceRange([type(step(0))], 'USD', NOW)).toEqual({ isFree: true, from: null })
})

test('the lowest price that anyone can still pay, in the currency of the event', () => {
  const types = [type(step(32_000), step(40_000)), type(step(6000), step(0), step(500, 'RWF'))]
  expect(priceRange(types, 'USD', NOW).from).toEqual({ amountMinor: 6000, currency: 'USD' })
})

test('a price that is over does not count while another is to come', () => {
  const types = [type(step(1000, 'USD', BEFORE), step(2000))]
  expect(priceRange(types, 'USD', NOW).from).toEqual({ amountMinor: 2000, currency: 'USD' })
})

test('what needs a code does not count', () => {
  expect(priceRange([{ ...type(step(100)), admission: 'code' }], 'USD', NOW).isFree).toBe(true)
})

test('another currency is better than none', () => {
  expect(priceRange([type(step(500, 'RWF'))], 'USD', NOW).from).toEqual({ amountMinor: 500, currency: 'RWF' })
})

test('what can only be added to a ticket does not count', () => {
  const types = [type(step(90_000)), { ...type(step(6000)), isAddon: 1 }]
  expect(priceRange(types, 'USD', NOW).from).toEqual({ amountMinor: 90_000, currency: 'USD' })
})
