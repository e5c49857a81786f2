import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromProviderAmount, minimumCharge, toProviderAmount } from '#app/payments/attempts/provider-amount.ts'

describe('amounts as the provider counts them', () => {
  it.each([
    ['USD', 12_550, 12_550],
    ['JPY', 500, 500],
    ['XOF', 10_000, 10_000],
    ['UGX', 5, 500],
    ['ISK', 100, 10_000],
    ['MGA', 500_000, 5_000],
    ['HUF', 500_000, 500_000],
    ['TWD', 80_000, 80_000],
  ])('%s: %i of our units are %i of theirs', (currency, amountMinor, provider) => {
    expect(toProviderAmount({ amountMinor, currency })).toBe(provider)
    expect(fromProviderAmount(provider, currency.toLowerCase())).toEqual({ amountMinor, currency })
  })

  it.each([
    ['a currency with three decimals', { amountMinor: 1_000, currency: 'KWD' }],
    ['a fraction that the provider has no unit for', { amountMinor: 150, currency: 'MGA' }],
    ['more than eight digits', { amountMinor: 100_000_000, currency: 'USD' }],
    ['what is no whole number', { amountMinor: 1.5, currency: 'USD' }],
    ['less than nothing', { amountMinor: -1, currency: 'USD' }],
  ])('refuses %s', (_, money) => {
    expect(toProviderAmount(money)).toBeNull()
  })

  it('does not round what comes back', () => {
    expect(fromProviderAmount(550, 'ugx')).toBeNull()
  })

  it('comes back as it went, in every currency and amount that goes', () => {
    const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'UGX', 'ISK', 'MGA', 'XOF', 'HUF', 'TWD', 'KES', 'KWD')
    fc.assert(
      fc.property(currency, fc.integer({ min: 0, max: 200_000_000 }), (currency, amountMinor) => {
        const sent = toProviderAmount({ amountMinor, currency })
        return sent === null || fromProviderAmount(sent, currency)?.amountMinor === amountMinor
      }),
    )
  })

  it('knows the least that a card can pay, where it is published', () => {
    expect(minimumCharge('USD')).toEqual({ amountMinor: 50, currency: 'USD' })
    expect(minimumCharge('KES')).toBeNull()
  })
})
