import { describe, expect, it } from 'vitest'
import { type Awardee, mayPay, type PlannedFund, planShares } from '#app/scholarships/awards/plan-shares.ts'

const KENYAN: Awardee = { residence: 'KE', gender: 'woman', isFirstTime: true, choiceCode: 'T2' }

function aFund(id: string, freeMinor: number, given: Partial<PlannedFund> = {}): PlannedFund {
  const sums = { budgetMinor: freeMinor, offeredMinor: 0, committedMinor: 0, freeMinor }
  return { id, code: id, name: id, currency: 'USD', ...sums, conditions: [], ...given }
}

const AFRICA: PlannedFund['conditions'] = [{ kind: 'residence', lists: ['africa'], countries: [], isExcluded: false }]
const WOMEN: PlannedFund['conditions'] = [{ kind: 'gender', genders: ['woman'] }]

const FLIGHT = { kind: 'travel' as const, amountMinor: 900, currency: 'USD' }
const HOTEL = { kind: 'lodging' as const, amountMinor: 300, currency: 'USD' }

describe('mayPay', () => {
  it('asks residence by a list, by a country, and by exclusion', () => {
    expect(mayPay({ conditions: AFRICA }, KENYAN)).toBe(true)
    expect(mayPay({ conditions: AFRICA }, { ...KENYAN, residence: 'FR' })).toBe(false)
    const outside = [{ kind: 'residence' as const, lists: ['high-income-2025-07'], countries: [], isExcluded: true }]
    expect(mayPay({ conditions: outside }, KENYAN)).toBe(true)
    expect(mayPay({ conditions: outside }, { ...KENYAN, residence: 'US' })).toBe(false)
  })

  it('asks gender, first time, track and an answer, all of them at once', () => {
    const conditions: PlannedFund['conditions'] = [
      ...WOMEN,
      { kind: 'first-time' },
      { kind: 'choice', codes: ['T1', 'T2'] },
      { kind: 'answer', question: 'school', values: ['us'] },
    ]
    const all = { ...KENYAN, answers: { school: ['us'] } }
    expect(mayPay({ conditions }, all)).toBe(true)
    for (const other of [
      { gender: 'man' },
      { isFirstTime: false },
      { choiceCode: 'T3' },
      { answers: { school: ['elsewhere'] } },
    ])
      expect(mayPay({ conditions }, { ...all, ...other })).toBe(false)
  })

  it('does not guess: what is not known fulfils nothing, not even an exclusion', () => {
    const outside = [{ kind: 'residence' as const, lists: [], countries: ['US'], isExcluded: true }]
    const nobody: Awardee = { residence: null, gender: null, isFirstTime: null, choiceCode: null }
    for (const conditions of [
      outside,
      WOMEN,
      [{ kind: 'first-time' as const }],
      [{ kind: 'choice' as const, codes: ['T1'] }],
      [{ kind: 'answer' as const, question: 'school', values: ['us'] }],
    ])
      expect(mayPay({ conditions }, nobody)).toBe(false)
    expect(mayPay({ conditions: [] }, nobody)).toBe(true)
  })
})

describe('planShares', () => {
  it('takes the fund with most conditions that holds the whole, and keeps free money for others', () => {
    const funds = [aFund('free', 5000), aFund('africa', 5000, { conditions: AFRICA })]
    expect(planShares(funds, [FLIGHT, HOTEL], KENYAN)).toEqual([
      { kind: 'travel', fundId: 'africa', amountMinor: 900 },
      { kind: 'lodging', fundId: 'africa', amountMinor: 300 },
    ])
    expect(planShares(funds, [FLIGHT], { ...KENYAN, residence: 'FR' })).toEqual([
      { kind: 'travel', fundId: 'free', amountMinor: 900 },
    ])
  })

  it('prefers one fund for the whole to scraping the rest of a narrower one together', () => {
    const funds = [aFund('free', 5000), aFund('women', 100, { conditions: WOMEN })]
    expect(planShares(funds, [FLIGHT], KENYAN)).toEqual([{ kind: 'travel', fundId: 'free', amountMinor: 900 }])
  })

  it('lets several funds pay one component when none holds it all', () => {
    const funds = [aFund('free', 700), aFund('women', 500, { conditions: WOMEN })]
    expect(planShares(funds, [FLIGHT, HOTEL], KENYAN)).toEqual([
      { kind: 'travel', fundId: 'women', amountMinor: 500 },
      { kind: 'travel', fundId: 'free', amountMinor: 400 },
      { kind: 'lodging', fundId: 'free', amountMinor: 300 },
    ])
  })

  it('says no when those that may pay have not enough, or only in another currency', () => {
    expect(planShares([aFund('free', 1199)], [FLIGHT, HOTEL], KENYAN)).toBeNull()
    expect(planShares([aFund('francs', 9999, { currency: 'RWF' })], [FLIGHT], KENYAN)).toBeNull()
    expect(planShares([aFund('overdrawn', -50), aFund('free', 920)], [FLIGHT, HOTEL], KENYAN)).toBeNull()
  })

  it('needs no fund for what costs nothing', () => {
    expect(planShares([], [{ kind: 'fee', amountMinor: 0, currency: 'USD' }], KENYAN)).toEqual([])
  })
})
