import { describe, expect, test } from 'vitest'
import { isSamePrice, moneyOf, priceAt, type PriceStep, totalOf } from '#app/registrations/prices/pricing.ts'

const EARLY: PriceStep = {
  kind: 'early',
  currency: 'USD',
  amountMinor: 450_00,
  startsAt: null,
  endsAt: '2027-04-01T00:00:00.000Z',
}
const LATE: PriceStep = {
  ...EARLY,
  kind: 'late',
  amountMinor: 650_00,
  startsAt: '2027-04-01T00:00:00.000Z',
  endsAt: null,
}
const LOCAL: PriceStep = { ...EARLY, currency: 'RWF', amountMinor: 630_000, endsAt: null }

describe('the price at a moment', () => {
  test('is nothing where a ticket type has no steps', () => {
    expect(priceAt([], 'USD', '2027-01-01T00:00:00.000Z')).toEqual({ kind: 'free' })
    expect(priceAt([], null, '2027-01-01T00:00:00.000Z')).toEqual({ kind: 'free' })
  })

  test.each([
    ['2027-03-31T23:59:59.999Z', 45_000],
    ['2027-04-01T00:00:00.000Z', 65_000],
  ])('at %s is %i', (now, amountMinor) => {
    expect(priceAt([EARLY, LATE], 'USD', now)).toMatchObject({ money: { amountMinor, currency: 'USD' } })
  })

  test('is of the currency that was asked for', () => {
    expect(priceAt([EARLY, LOCAL], 'RWF', '2027-01-01T00:00:00.000Z')).toMatchObject({
      money: { amountMinor: 630_000, currency: 'RWF' },
    })
  })

  test('is none where steps exist and none of them is in force', () => {
    expect(priceAt([EARLY], 'USD', '2027-05-01T00:00:00.000Z')).toEqual({ kind: 'none' })
    expect(priceAt([EARLY], 'EUR', '2027-01-01T00:00:00.000Z')).toEqual({ kind: 'none' })
    expect(priceAt([EARLY], null, '2027-01-01T00:00:00.000Z')).toEqual({ kind: 'none' })
  })

  test('is never a fraction', () => {
    expect(() => priceAt([{ ...LATE, amountMinor: 0.5 }], 'USD', '2027-05-01T00:00:00.000Z')).toThrow('integer')
  })

  test('of zero is nothing to pay', () => {
    expect(moneyOf(priceAt([{ ...LATE, amountMinor: 0 }], 'USD', '2027-05-01T00:00:00.000Z'))).toBeNull()
  })
})

test('a total is the sum of integers of one currency, or nothing', () => {
  const money = (amountMinor: number, currency = 'KWD') => ({ amountMinor, currency })
  expect(totalOf([money(1001), null, money(2)])).toEqual(money(1003))
  expect(totalOf([null, null])).toBeNull()
  expect(totalOf([money(0)])).toBeNull()
  expect(() => totalOf([money(1), money(1, 'USD')])).toThrow('one currency')
})

test('prices are the same when amount and currency are, and nothing is nothing in any currency', () => {
  const money = (amountMinor: number, currency = 'USD') => ({ amountMinor, currency })
  expect(isSamePrice(money(1), money(1))).toBe(true)
  expect(isSamePrice(money(1), money(1, 'EUR'))).toBe(false)
  expect(isSamePrice(money(1), null)).toBe(false)
  expect(isSamePrice(money(0, 'EUR'), null)).toBe(true)
})
