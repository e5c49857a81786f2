import type { Awardee, PlannedComponent } from '#app/scholarships/awards/plan-shares.ts'
import type { PlannedFund } from '#app/scholarships/funds/fund.ts'
import type { CallsTable } from '#db/schema.ts'
import type { Limits } from '../limits/limits.ts'

/** An application as a cohort looks at it. Nothing of it is shown to reviewers. */
export interface Candidate {
  id: string
  number: number | null
  rank: number
  /** In thousandths of a point of 100; null: nobody has reviewed it. */
  score: number | null
  residence: string | null
  gender: string | null
  isFirstTime: boolean | null
  institutionKey: string | null
  /** In which it was written. */
  language: string
  teamId: string | null
  askedMinor: number | null
  askedCurrency: string | null
  isEligible: boolean
  /** Ids of choices, the first wish first. */
  wishes: readonly string[]
  /** What was chosen, by code of the question; only of those that limits and funds ask about. */
  answers: Readonly<Record<string, readonly string[]>>
  /** It has an offer that stands or was accepted: its seat and money are set aside already. */
  isHeld: boolean
}

export interface SeatChoice {
  id: string
  code: string
  name: string
  taughtIn: string | null
  isClosed: boolean
  /** Null: as many as you like. */
  seats: number | null
}

export interface AwardPackage {
  id: string
  code: string
  name: string
  currency: string
  isDefault: boolean
  components: PlannedComponent[]
}

/** Everything around the candidates: what there is to give, and what it should look like. */
export interface Frame {
  kind: CallsTable['kind']
  choices: readonly SeatChoice[]
  funds: readonly PlannedFund[]
  packages: readonly AwardPackage[]
  limits: Limits
}

export function totalOf({ components }: Pick<AwardPackage, 'components'>): number {
  return components.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

/** The candidate as donors' conditions ask about them. */
export function awardeeOf(candidate: Candidate, choiceCode: string | null): Awardee {
  const { residence, gender, isFirstTime, answers } = candidate
  return { residence, gender, isFirstTime, choiceCode, answers: answers as Record<string, string[]> }
}

/** Somebody in a cohort, with what they would be offered. */
export interface Placed {
  candidate: Candidate
  choiceId: string | null
  packageId: string | null
}
