import { expect, test } from 'vitest'
import { judgeEligibility, mayGoOn } from '#app/applications/form/judge-eligibility.ts'

const NOW = '2027-01-20T08:00:00.000Z'
const NOBODY_KNOWS = { residence: null, birthYear: null, lastAward: null, hasLetters: null, isComplete: null }

test('what is not known is never guessed', () => {
  const judged = judgeEligibility(
    [
      { kind: 'residence', lists: [], countries: ['KE'], isExcluded: false },
      { kind: 'award-free-years', years: 3 },
      { kind: 'minimum-age', age: 18 },
      { kind: 'referee' },
      { kind: 'complete' },
      { kind: 'affiliation', kinds: ['chapter'] },
    ],
    NOBODY_KNOWS,
    NOW,
  )
  expect(judged.verdict).toBe('unknown')
  expect(judged.reasons.map(({ is }) => is)).toEqual(Array.from({ length: 6 }, () => 'unknown'))
  expect(mayGoOn(judged)).toBe(true)
})

test('where one lives decides by the list of the call, and by none other', () => {
  const rule = { kind: 'residence' as const, lists: [], countries: ['KE', 'RW'], isExcluded: false }
  const is = (residence: string, isExcluded = false) =>
    judgeEligibility([{ ...rule, isExcluded }], { ...NOBODY_KNOWS, residence }, NOW).verdict
  expect(is('KE')).toBe('eligible')
  expect(is('SE')).toBe('ineligible')
  expect(is('KE', true)).toBe('ineligible')
  expect(is('SE', true)).toBe('eligible')
})

test('an award of so many years ago is far enough, one of less is not', () => {
  const is = (lastAward: number | 'none') =>
    judgeEligibility([{ kind: 'award-free-years', years: 3 }], { ...NOBODY_KNOWS, lastAward }, NOW).verdict
  expect([is('none'), is(2024), is(2025), is(2027)]).toEqual(['eligible', 'eligible', 'ineligible', 'ineligible'])
})

test('a year of birth says an age only where the birthday does not matter', () => {
  const is = (kind: 'minimum-age' | 'maximum-age', age: number, birthYear: number) =>
    judgeEligibility([{ kind, age }], { ...NOBODY_KNOWS, birthYear }, NOW).verdict
  expect([is('minimum-age', 18, 2008), is('minimum-age', 18, 2009), is('minimum-age', 18, 2010)]).toEqual([
    'eligible',
    'unknown',
    'ineligible',
  ])
  expect([is('maximum-age', 30, 1998), is('maximum-age', 30, 1996), is('maximum-age', 30, 1995)]).toEqual([
    'eligible',
    'unknown',
    'ineligible',
  ])
})

test('what a person decides stops nobody', () => {
  const { reasons } = judgeEligibility([{ kind: 'affiliation', kinds: ['chapter'] }], NOBODY_KNOWS, NOW)
  expect(mayGoOn({ verdict: 'ineligible', reasons: reasons.map((one) => ({ ...one, is: 'not-met' as const })) })).toBe(
    true,
  )
})
