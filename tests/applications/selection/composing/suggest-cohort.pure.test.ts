import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCandidate, aChoice, aField, aFund, aPackage, workshop, WORKSHOP_LIMITS } from './a-field.ts'
import type { Candidate, Frame } from '#app/applications/selection/composing/candidate.ts'
import { planMoney } from '#app/applications/selection/composing/plan-money.ts'
import { suggestCohort } from '#app/applications/selection/composing/suggest-cohort.ts'
import { Tally } from '#app/applications/selection/composing/tally.ts'
import { readLimits } from '#app/applications/selection/limits/limits.ts'

function suggested(frame: Frame, candidates: Candidate[], more: Partial<Parameters<typeof suggestCohort>[1]> = {}) {
  const result = suggestCohort(frame, { candidates, inByHand: [], outByHand: new Set(), ...more })
  if (!result.ok) throw new Error('broken')
  return result.value
}

const numbers = (people: { candidate: Candidate }[]) => people.map(({ candidate }) => candidate.number)
const why = (people: { candidate: Candidate; because: unknown }[], number: number) =>
  people.find(({ candidate }) => candidate.number === number)!.because

function oneTrack(seats: number, more: Partial<Frame> = {}): Frame {
  return {
    kind: 'both',
    choices: [aChoice('T1', seats), aChoice('T2', seats)],
    funds: [],
    packages: [],
    limits: readLimits(''),
    ...more,
  }
}

test('in the order of the ranking everybody gets the first of their wishes that has a seat, with the reason', () => {
  const people = [
    aCandidate(1, { wishes: ['T2', 'T1'] }),
    aCandidate(2, { wishes: ['T2', 'T1'] }),
    aCandidate(3, { wishes: ['T2'] }),
    aCandidate(4, { score: null }),
    aCandidate(5, { isEligible: false }),
  ]
  const { members, leftOut } = suggested(oneTrack(1), people)
  expect(members.map(({ choiceId }) => choiceId)).toEqual(['T2', 'T1'])
  expect(why(members, 2)).toEqual([
    { is: 'rank', rank: 2 },
    { is: 'wish', wish: 2, choice: 'T1' },
    { is: 'full', choices: ['T2'] },
  ])
  expect(why(leftOut, 3)).toEqual([
    { is: 'rank', rank: 3 },
    { is: 'full', choices: ['T2'] },
  ])
  expect(why(leftOut, 4)).toEqual([{ is: 'unreviewed' }])
  expect(why(leftOut, 5)).toEqual([{ is: 'not-eligible' }])
})

test('money comes from the funds whose donors want it; without enough a smaller package, then nobody', () => {
  const frame = oneTrack(9, {
    funds: [aFund('WOMEN', 100_00, [{ kind: 'gender', genders: ['woman'] }]), aFund('ANY', 150_00)],
    packages: [aPackage('FULL', [100_00]), aPackage('PARTIAL', [50_00])],
  })
  const asks = { askedMinor: 100_00 }
  const people = [
    aCandidate(1, { ...asks, gender: 'woman' }),
    aCandidate(2, asks),
    aCandidate(3, asks),
    aCandidate(4, asks),
    aCandidate(5, { askedMinor: 0 }),
  ]
  const { members, leftOut } = suggested(frame, people)
  expect(why(members, 1)).toContainEqual({ is: 'paid', package: 'FULL', funds: ['WOMEN'] })
  expect(why(members, 2)).toContainEqual({ is: 'paid', package: 'FULL', funds: ['ANY'] })
  expect(why(members, 3)).toContainEqual({ is: 'paid', package: 'PARTIAL', funds: ['ANY'] })
  expect(why(members, 3)).toContainEqual({ is: 'smaller', package: 'FULL' })
  expect(why(leftOut, 4)).toContainEqual({ is: 'money', choices: ['T1'] })
  expect(why(members, 5)).toContainEqual({ is: 'own-means' })
})

test('caps hold, unless seats that they leave empty are to be filled', () => {
  const frame = oneTrack(3, { limits: { ...readLimits(''), mostPerCountry: 1, mostPerOrganization: 1 } })
  const people = [
    aCandidate(1, { residence: 'KE', institutionKey: 'one' }),
    aCandidate(2, { residence: 'KE' }),
    aCandidate(3, { residence: 'UG', institutionKey: 'one' }),
  ]
  const { members, leftOut } = suggested(frame, people)
  expect(numbers(members)).toEqual([1])
  expect(why(leftOut, 2)).toContainEqual({ is: 'country', most: 1 })
  expect(why(leftOut, 3)).toContainEqual({ is: 'organization', most: 1 })
  const beyond = suggested(frame, people, { beyondCaps: true })
  expect(numbers(beyond.members)).toEqual([1, 2, 3])
  expect(why(beyond.members, 2)).toContainEqual({ is: 'over-cap' })
})

test('for a target people are exchanged at the least cost of score, not at any', () => {
  const women = { targets: [{ kind: 'gender' as const, of: 'woman', least: 50, most: null }] }
  const people = [1, 2, 3, 4].map((rank) => aCandidate(rank, { gender: 'man' }))
  const woman = (rank: number, score: number) => aCandidate(rank, { gender: 'woman', score })
  const frame = oneTrack(4, { limits: { ...readLimits(''), ...women } })
  const { members, leftOut } = suggested(frame, [...people, woman(5, 90_000), woman(6, 80_000), woman(7, 20_000)])
  expect(numbers(members)).toEqual([1, 2, 5, 6])
  expect(why(members, 6)).toContainEqual({ is: 'target', targets: ['gender=woman'], instead: [3] })
  expect(why(leftOut, 4)).toContainEqual({ is: 'gave-way', targets: ['gender=woman'], to: [5] })
  const dear = suggested(frame, [...people, woman(5, 20_000)])
  expect(numbers(dear.members)).toEqual([1, 2, 3, 4])
})

test('a team is in as a whole, or its people stand for themselves; a target of teams lets one in', () => {
  const team = { teamId: 'team' }
  const [one, two] = [aCandidate(1, team), aCandidate(4, team)]
  const whole = suggested(oneTrack(2), [one, aCandidate(2), aCandidate(3), two])
  expect(numbers(whole.members)).toEqual([1, 2])
  expect(whole.members.some(({ because }) => because.some(({ is }) => is === 'team'))).toBe(false)
  expect(why(whole.members, 1)).toContainEqual({ is: 'team-split' })
  const targets = [{ kind: 'teams' as const, of: '', least: 1, most: null }]
  const frame = oneTrack(2, { limits: { ...readLimits(''), targets } })
  const wanted = suggested(frame, [aCandidate(1), aCandidate(2), aCandidate(3, team), aCandidate(4, team)])
  expect(numbers(wanted.members)).toEqual([3, 4])
  expect(why(wanted.members, 3)).toContainEqual({ is: 'team', with: [4] })
})

test('who does not know the language of a course well enough is not suggested for it', () => {
  const fluency = [{ language: 'en', question: 'languages', least: 2 }]
  const frame = oneTrack(9, { limits: { ...readLimits(''), fluency } })
  const said = (levels: string) => ({ answers: { languages: [`fr:4444`, `en:${levels}`] } })
  const { members, leftOut } = suggested(frame, [
    aCandidate(1, said('3222')),
    aCandidate(2, said('4414')),
    aCandidate(3),
  ])
  expect(numbers(members)).toEqual([1])
  expect(why(leftOut, 2)).toContainEqual({ is: 'language', choices: ['T1'] })
})

test('a hand’s choice that has no seat or no money any more is told, and nothing is suggested', () => {
  const [one, two] = [aCandidate(1), aCandidate(2)]
  const put = (candidate: Candidate) => ({ candidate, choiceId: 'T1', packageId: null })
  const result = suggestCohort(oneTrack(1), {
    candidates: [one, two],
    inByHand: [put(one), put(two)],
    outByHand: new Set(),
  })
  expect(result).toEqual({ ok: false, broken: [two] })
})

test('the workshop of 144 seats reaches its targets within its walls and caps, in less than two seconds of work', () => {
  const frame = workshop(WORKSHOP_LIMITS)
  const people = aField(400, frame)
  const begun = process.threadCpuUsage()
  const { members } = suggested(frame, people)
  // Of the processor, not of the clock: other tests run beside this one.
  const { user, system } = process.threadCpuUsage(begun)
  expect((user + system) / 1000).toBeLessThan(2000)
  const tally = new Tally(frame.choices, frame.limits)
  for (const member of members) tally.add(member)
  expect(tally.gaps()).toBe(0)
  expect(Math.max(...tally.countries().values())).toBeLessThanOrEqual(6)
  expect(Math.max(...tally.organizations().values())).toBeLessThanOrEqual(2)
  expect(tally.size).toBeGreaterThan(120)
})

test('whatever the field, the seats and the money: no wall breaks, hands are kept, and the same gives the same', () => {
  const asked = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.integer({ min: 0, max: 60 }),
    seats: fc.array(fc.option(fc.integer({ min: 0, max: 8 })), { minLength: 5, maxLength: 5 }),
    money: fc.array(fc.integer({ min: 0, max: 9_000_00 }), { minLength: 3, maxLength: 3 }),
    cap: fc.option(fc.integer({ min: 1, max: 4 })),
    byHand: fc.array(fc.record({ at: fc.nat(59), isIn: fc.boolean() }), { maxLength: 6 }),
    beyondCaps: fc.boolean(),
  })
  fc.assert(
    fc.property(asked, ({ seed, count, seats, money, cap, byHand, beyondCaps }) => {
      const plan = workshop({ ...WORKSHOP_LIMITS, mostPerCountry: cap })
      const frame: Frame = {
        ...plan,
        choices: plan.choices.map((choice, at) => ({ ...choice, seats: seats[at]! })),
        funds: plan.funds.map((fund, at) => ({ ...fund, freeMinor: money[at]! })),
      }
      const candidates = aField(count, frame, seed)
      const hands = new Map(byHand.flatMap(({ at, isIn }) => (candidates[at] ? [[candidates[at], isIn] as const] : [])))
      const inByHand = [...hands].flatMap(([candidate, isIn]) =>
        isIn ? [{ candidate, choiceId: candidate.wishes[0]!, packageId: null }] : [],
      )
      const outByHand = new Set([...hands].flatMap(([candidate, isIn]) => (isIn ? [] : [candidate.id])))
      const ask = () => suggestCohort(frame, { candidates, inByHand, outByHand, beyondCaps })
      const result = ask()
      if (!result.ok) {
        expect(result.broken.length).toBeGreaterThan(0)
        return
      }
      const { members } = result.value
      for (const { id, seats: most } of frame.choices)
        if (most !== null) expect(members.filter(({ choiceId }) => choiceId === id).length).toBeLessThanOrEqual(most)
      const { shares, unpaid } = planMoney(frame, members)
      expect(unpaid).toEqual([])
      for (const fund of frame.funds) {
        const spent = [...shares.values()].flat().filter(({ fundId }) => fundId === fund.id)
        expect(spent.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(fund.freeMinor)
      }
      const ids = new Set(members.map(({ candidate }) => candidate.id))
      expect(ids.size).toBe(members.length)
      for (const { candidate } of inByHand) expect(ids.has(candidate.id)).toBe(true)
      for (const id of outByHand) expect(ids.has(id)).toBe(false)
      if (cap !== null && !beyondCaps && inByHand.length === 0)
        for (const country of new Set(members.map(({ candidate }) => candidate.residence)))
          expect(members.filter(({ candidate }) => candidate.residence === country).length).toBeLessThanOrEqual(cap)
      expect(ask()).toEqual(result)
    }),
    { numRuns: 150 },
  )
})
