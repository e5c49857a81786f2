import type { AwardPackage, Candidate, Frame, SeatChoice } from '#app/applications/selection/composing/candidate.ts'
import { type Limits, readLimits } from '#app/applications/selection/limits/limits.ts'
import type { PlannedFund } from '#app/scholarships/funds/fund.ts'

/** Numbers that look thrown and are the same each time (mulberry32). */
export function thrown(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const COUNTRIES =
  'KE UG TZ RW NG GH SN CI CM CD ZM ZW MW MZ AO ET SO SD EG MA TN DZ BF ML NE TD BJ TG GN SL LR GM MG NP BD LK PK IN BT KH LA VN ID PH FJ WS TO PG PE BO EC CO'.split(
    ' ',
  )

/** The five tracks of the workshop, its packages and its three funds, as `examples.md` has them. */
export function workshop(limits: Partial<Limits> = {}): Frame {
  return {
    kind: 'both',
    choices: [
      aChoice('T1', 30, 'en'),
      aChoice('T2', 30, 'en'),
      aChoice('T2-F', 28, 'fr'),
      aChoice('T3', 28, 'en'),
      aChoice('T4', 28, 'en'),
    ],
    funds: [
      aFund('ISOC', 80_000_00),
      aFund('IX', 50_000_00, [{ kind: 'residence', lists: ['africa'], countries: [], isExcluded: false }]),
      aFund('AID', 60_000_00, [
        { kind: 'residence', lists: ['least-developed-2024-12'], countries: [], isExcluded: false },
      ]),
    ],
    packages: [aPackage('FULL', [700_00, 900_00, 100_00]), aPackage('PARTIAL', [700_00])],
    limits: { ...readLimits(''), ...limits },
  }
}

export const WORKSHOP_LIMITS: Partial<Limits> = {
  mostPerCountry: 6,
  mostPerOrganization: 2,
  targets: [
    { kind: 'gender', of: 'woman', least: 35, most: null },
    { kind: 'countries', of: '', least: 40, most: null },
    { kind: 'teams', of: '', least: 10, most: null },
    { kind: 'full', of: 'fr', least: 1, most: null },
  ],
}

export function aChoice(code: string, seats: number | null, taughtIn: string | null = 'en'): SeatChoice {
  return { id: code, code, name: code, taughtIn, isClosed: false, seats }
}

export function aFund(code: string, freeMinor: number, conditions: PlannedFund['conditions'] = []): PlannedFund {
  const budget = { budgetMinor: freeMinor, offeredMinor: 0, committedMinor: 0, freeMinor }
  return { id: code, code, name: code, currency: 'USD', ...budget, conditions }
}

export function aPackage(code: string, amounts: number[]): AwardPackage {
  const kinds = ['lodging', 'travel', 'visa'] as const
  const components = amounts.map((amountMinor, at) => ({ kind: kinds[at]!, amountMinor, currency: 'USD' }))
  return { id: code, code, name: code, currency: 'USD', isDefault: false, components }
}

export function aCandidate(rank: number, given: Partial<Candidate> = {}): Candidate {
  return {
    id: `a-${String(rank).padStart(5, '0')}`,
    number: rank,
    rank,
    score: Math.max(0, 95_000 - rank * 100),
    residence: 'KE',
    gender: null,
    isFirstTime: null,
    institutionKey: null,
    language: 'en',
    teamId: null,
    askedMinor: 0,
    askedCurrency: 'USD',
    isEligible: true,
    wishes: ['T1'],
    answers: {},
    isHeld: false,
    ...given,
  }
}

/** So many applicants: from many countries, a third of them women, some in teams, with wishes and asks as they come. */
export function aField(count: number, frame: Frame, seed = 1): Candidate[] {
  const next = thrown(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(next() * next() * list.length)]!
  const codes = frame.choices.map(({ id }) => id)
  const people = Array.from({ length: count }, (_, at) => {
    const wishes = [...new Set([pick(codes), pick(codes), codes[Math.floor(next() * codes.length)]!])]
    return aCandidate(at + 1, {
      score: Math.round(95_000 - (at / count) * 70_000 - next() * 100),
      residence: pick(COUNTRIES),
      gender: next() < 0.25 ? 'woman' : 'man',
      isFirstTime: next() < 0.7,
      institutionKey: `org ${Math.floor(next() * count * 0.6)}`,
      language: next() < 0.25 ? 'fr' : 'en',
      askedMinor: [0, 600_00, 900_00, 1_700_00][Math.floor(next() * 4)]!,
      wishes,
    })
  })
  return inTeams(people, next)
}

/** Every seventh applies with a colleague of the same country. */
function inTeams(people: Candidate[], next: () => number): Candidate[] {
  const teams = new Map<string, string>()
  for (const person of people) {
    if (teams.has(person.id) || next() > 0.14) continue
    const colleague = people.find(
      ({ id, residence }) => id > person.id && residence === person.residence && !teams.has(id),
    )
    if (!colleague) continue
    teams.set(person.id, `team ${person.id}`)
    teams.set(colleague.id, `team ${person.id}`)
  }
  return people.map((person) => ({ ...person, teamId: teams.get(person.id) ?? null }))
}
