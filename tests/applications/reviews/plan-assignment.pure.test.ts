import { expect, test } from 'vitest'
import {
  type Assignable,
  type AssignableReviewer,
  ASSIGN_BY,
  planAssignment,
} from '#app/applications/reviews/plan-assignment.ts'

/** Numbers that look random and are the same at every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const reviewer = (accountId: string, more: Partial<AssignableReviewer> = {}): AssignableReviewer => ({
  accountId,
  languages: [],
  choiceCodes: [],
  load: 0,
  ...more,
})
const application = (id: string, more: Partial<Assignable> = {}): Assignable => ({
  id,
  language: 'en',
  choiceCode: 'T1',
  wanted: 2,
  has: [],
  barred: [],
  ...more,
})
const many = (count: number, more: Partial<Assignable> = {}) =>
  Array.from({ length: count }, (_, at) => application(`a${String(at).padStart(5, '0')}`, more))

test('each application gets its reviewers, none twice, and the loads differ by one at most', () => {
  const reviewers = ['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => reviewer(id))
  const { pairs, short } = planAssignment(many(72), reviewers, 'evenly')
  expect([pairs.length, short]).toEqual([144, []])
  expect(new Set(pairs.map(({ applicationId, accountId }) => `${applicationId} ${accountId}`)).size).toBe(144)
  const loads = reviewers.map(({ accountId }) => pairs.filter((pair) => pair.accountId === accountId).length)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
})

test('languages and tracks are kept where that is asked for, and what nobody may judge is told', () => {
  const reviewers = [reviewer('fr', { languages: ['fr'] }), reviewer('t2', { choiceCodes: ['T2'] }), reviewer('any')]
  const french = application('f', { language: 'fr', choiceCode: 'T1' })
  const who = (by: (typeof ASSIGN_BY)[number], one = french) =>
    planAssignment([one], reviewers, by)
      .pairs.map(({ accountId }) => accountId)
      .toSorted()
  expect(who('both')).toEqual(['any', 'fr'])
  expect(who('language', application('e', { wanted: 3 }))).toEqual(['any', 't2'])
  expect(who('track', application('t', { choiceCode: 'T2', wanted: 3 }))).toEqual(['any', 'fr', 't2'])
  const { short } = planAssignment([application('x', { language: 'sw', choiceCode: 'T9' })], reviewers, 'both')
  expect(short).toEqual([{ applicationId: 'x', lacking: 1 }])
})

test('whatever came before: never a conflict, never twice, never more than wanted, and as even as the walls allow', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = numbers(seed)
    const ids = Array.from({ length: 2 + random(7) }, (_, at) => `r${at}`)
    const reviewers = ids.map((id) => reviewer(id, { load: random(4) }))
    const applications = many(1 + random(60)).map((one) => {
      const has = ids.filter(() => random(6) === 0).slice(0, 2)
      return { ...one, wanted: 1 + random(3), has, barred: ids.filter((id) => !has.includes(id) && random(8) === 0) }
    })
    const { pairs, short } = planAssignment(applications, reviewers, ASSIGN_BY[random(4)]!)
    const loads = new Map(reviewers.map(({ accountId, load }) => [accountId, load]))
    for (const { accountId } of pairs) loads.set(accountId, loads.get(accountId)! + 1)
    for (const one of applications) {
      const given = pairs.filter(({ applicationId }) => applicationId === one.id).map(({ accountId }) => accountId)
      expect(new Set([...given, ...one.has]).size).toBe(given.length + one.has.length)
      expect(given.filter((id) => one.barred.includes(id))).toEqual([])
      const lacking = short.find(({ applicationId }) => applicationId === one.id)?.lacking ?? 0
      expect(given.length + lacking).toBe(Math.max(0, one.wanted - one.has.length))
      for (const id of given)
        for (const other of ids)
          if (!given.includes(other) && !one.has.includes(other) && !one.barred.includes(other))
            expect(loads.get(id)! - loads.get(other)!, `seed ${seed}`).toBeLessThanOrEqual(1)
    }
  }
})

test('five thousand applications and forty reviewers take well under a second', () => {
  const reviewers = Array.from({ length: 40 }, (_, at) => reviewer(`r${at}`))
  const before = performance.now()
  expect(planAssignment(many(5000), reviewers, 'both').pairs.length).toBe(10_000)
  expect(performance.now() - before).toBeLessThan(2000)
})
