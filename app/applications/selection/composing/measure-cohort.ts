import { type Candidate, type Frame, type Placed, totalOf } from './candidate.ts'
import { planMoney } from './plan-money.ts'
import { budgetOf } from './purse.ts'
import { Tally } from './tally.ts'
import type { Target } from '../limits/limits.ts'

/** What a cohort comes to, measured against its walls, caps and targets. */
export interface Measure {
  people: number
  /** The mean of those who were reviewed, in thousandths. */
  meanScore: number | null
  seats: { choiceId: string; taken: number; seats: number | null }[]
  money: { fundId: string; planned: number; budget: number }[]
  /** What all packages together cost, by currency. */
  cost: { currency: string; amountMinor: number }[]
  /** Numbers of those for whom the money is not enough. */
  unpaid: (number | null)[]
  countries: Cap
  organizations: Cap
  /** `isShort`: there is too little of it; else, with a gap, too much. */
  targets: { target: Target; hits: number; gap: number; isShort: boolean }[]
}

interface Cap {
  most: number | null
  /** The highest count, and how many are above what is allowed. */
  highest: number
  over: string[]
}

/** Measures a cohort; nothing is asked of the database. */
export function measureCohort(frame: Frame, members: readonly Placed[]): Measure {
  const { limits } = frame
  const tally = new Tally(frame.choices, limits)
  for (const member of members) tally.add(member)
  const { unpaid, purse } = planMoney(frame, members)
  return {
    people: members.length,
    meanScore: meanOf(members.map(({ candidate }) => candidate)),
    seats: frame.choices.map(({ id, seats }) => ({ choiceId: id, taken: tally.seatsTaken(id), seats })),
    money: frame.funds.map((fund) => {
      const budget = budgetOf(fund, limits)
      return { fundId: fund.id, planned: budget - purse.left(fund.id), budget }
    }),
    cost: costOf(frame, members),
    unpaid: members.filter(({ candidate }) => unpaid.includes(candidate.id)).map(({ candidate }) => candidate.number),
    countries: capOf(tally.countries(), limits.mostPerCountry),
    organizations: capOf(tally.organizations(), limits.mostPerOrganization),
    targets: limits.targets.map((target) => ({
      target,
      hits: tally.hits(target),
      gap: tally.gap(target),
      isShort: tally.lacking(target) > 0,
    })),
  }
}

function meanOf(people: readonly Candidate[]): number | null {
  const scores = people.flatMap(({ score }) => score ?? [])
  return scores.length === 0 ? null : Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length)
}

function costOf({ packages }: Frame, members: readonly Placed[]): Measure['cost'] {
  const sums = new Map<string, number>()
  for (const { packageId } of members) {
    const pack = packages.find(({ id }) => id === packageId)
    if (pack) sums.set(pack.currency, (sums.get(pack.currency) ?? 0) + totalOf(pack))
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}

function capOf(counts: ReadonlyMap<string, number>, most: number | null): Cap {
  const over = most === null ? [] : [...counts].filter(([, count]) => count > most).map(([key]) => key)
  return { most, highest: Math.max(0, ...counts.values()), over }
}
