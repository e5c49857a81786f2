import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RefundRule, returnedFor } from '#app/registrations/changes/refund-rules.ts'
import { NOW } from '#tests/support/now.ts'

const rule = (given: Partial<RefundRule>): RefundRule => ({
  position: 0,
  reason: 'any',
  untilAt: null,
  percent: 10_000,
  feeMinor: 0,
  feeCurrency: null,
  appliedByOn: null,
  ...given,
})

/** INET 2027 and NDSS 2027: all minus a fee, then half, then nothing; a refused visa with proof, all. */
const RULES = [
  rule({ position: 1, untilAt: '2027-02-01T14:59:00.000Z', feeMinor: 5000, feeCurrency: 'USD' }),
  rule({ position: 2, untilAt: '2027-03-05T14:59:00.000Z', percent: 5000 }),
  rule({ position: 3, reason: 'visa-refused', untilAt: '2027-04-02T14:59:00.000Z', appliedByOn: '2027-02-05' }),
]

const asked = (given: Partial<Parameters<typeof returnedFor>[1]> = {}) =>
  ({ reason: 'any', paidForSeat: 90_000, currency: 'USD', now: NOW, ...given }) as const

describe('what goes back for a seat', () => {
  it('is by the first rule in force, the percentage before the fee', () => {
    expect(returnedFor(RULES, asked())).toMatchObject({ amount: 85_000, kept: 5000, rule: { position: 1 } })
    expect(returnedFor(RULES, asked({ now: '2027-02-01T14:59:00.000Z' }))).toMatchObject({ amount: 45_000 })
    expect(returnedFor(RULES, asked({ now: '2027-03-06T00:00:00.000Z' }))).toEqual({
      amount: 0,
      kept: 90_000,
      rule: null,
    })
  })

  it('of a refused visa needs an application in time and a claim in time, and is else as any other', () => {
    const late = { now: '2027-03-20T00:00:00.000Z', reason: 'visa-refused' as const }
    expect(returnedFor(RULES, asked({ ...late, visaAppliedOn: '2027-02-05' })).amount).toBe(90_000)
    expect(returnedFor(RULES, asked({ ...late, visaAppliedOn: '2027-02-06' })).amount).toBe(0)
    expect(returnedFor(RULES, asked(late)).amount).toBe(0)
    const claim = { reason: 'visa-refused' as const, visaAppliedOn: '2027-03-01' }
    expect(returnedFor(RULES, asked(claim)).amount).toBe(85_000)
    expect(
      returnedFor(RULES, asked({ ...claim, visaAppliedOn: '2027-01-01', now: '2027-04-03T00:00:00.000Z' })),
    ).toMatchObject({ amount: 0 })
  })

  it('of a cancelled event is everything, unless a rule says otherwise', () => {
    expect(returnedFor(RULES, asked({ reason: 'event-cancelled' }))).toMatchObject({ amount: 90_000, kept: 0 })
    const own = [rule({ reason: 'event-cancelled', percent: 9000 })]
    expect(returnedFor(own, asked({ reason: 'event-cancelled' })).amount).toBe(81_000)
  })

  it('keeps a fee in its own currency only, and never goes below zero', () => {
    expect(returnedFor(RULES, asked({ currency: 'KES' })).amount).toBe(90_000)
    expect(returnedFor(RULES, asked({ paidForSeat: 4000 }))).toMatchObject({ amount: 0, kept: 4000 })
    expect(returnedFor(RULES, asked({ paidForSeat: 0 }))).toMatchObject({ amount: 0, kept: 0 })
  })

  it.each([
    ['JPY', 9001, 4501],
    ['UGX', 333, 167],
    ['ISK', 12_345, 6173],
    ['MGA', 100_100, 50_100],
    ['KWD', 12_345, 6173],
    ['XOF', 65_003, 32_502],
    ['HUF', 17_501, 8751],
    ['TWD', 2999, 1500],
  ])('is rounded once, to the smallest unit: half of %s %d', (currency, paidForSeat, amount) => {
    const half = [rule({ percent: 5000 })]
    expect(returnedFor(half, asked({ currency, paidForSeat }))).toMatchObject({ amount, kept: paidForSeat - amount })
  })

  it('and what is kept are together what was paid, whatever the rule', () => {
    fc.assert(
      fc.property(
        fc.record({ paid: fc.nat(10 ** 12), percent: fc.nat(10_000), feeMinor: fc.nat(10 ** 9), same: fc.boolean() }),
        ({ paid, percent, feeMinor, same }) => {
          const rules = [rule({ percent, feeMinor, feeCurrency: same ? 'USD' : 'EUR' })]
          const { amount, kept } = returnedFor(rules, asked({ paidForSeat: paid }))
          expect(amount + kept).toBe(paid)
          expect(Number.isSafeInteger(amount) && amount >= 0 && amount <= paid).toBe(true)
        },
      ),
    )
  })
})
