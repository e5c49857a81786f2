import { type AwardPackage, awardeeOf, type Candidate, type Frame } from './candidate.ts'
import { type PlannedShare, planShares } from '#app/scholarships/awards/plan-shares.ts'

/** The money of a cohort: what each fund has left while awards are planned from it. Nothing is set aside. */
export class Purse {
  readonly #funds: Frame['funds'][number][]

  constructor({ funds, limits }: Pick<Frame, 'funds' | 'limits'>) {
    this.#funds = funds.map((fund) => ({ ...fund, freeMinor: budgetOf(fund, limits) }))
  }

  /** Which funds would pay the package for somebody, or null when those that may have not enough left. */
  plan(pack: AwardPackage, candidate: Candidate, choiceCode: string | null): PlannedShare[] | null {
    return planShares(this.#funds, pack.components, awardeeOf(candidate, choiceCode))
  }

  take(shares: readonly PlannedShare[]): void {
    for (const { fundId, amountMinor } of shares) this.#fund(fundId).freeMinor -= amountMinor
  }

  giveBack(shares: readonly PlannedShare[]): void {
    for (const { fundId, amountMinor } of shares) this.#fund(fundId).freeMinor += amountMinor
  }

  left(fundId: string): number {
    return this.#fund(fundId).freeMinor
  }

  #fund(fundId: string): { freeMinor: number } {
    return this.#funds.find(({ id }) => id === fundId)!
  }
}

/** What a cohort may spend of a fund: what is free, or less where its limits say so. */
export function budgetOf(fund: Frame['funds'][number], { budget }: Pick<Frame['limits'], 'budget'>): number {
  return Math.max(0, Math.min(fund.freeMinor, budget[fund.code] ?? fund.freeMinor))
}

/** The seats that a cohort may fill of a choice: those that there are, or fewer where its limits say so. */
export function seatsOf(choice: Frame['choices'][number], { seats }: Pick<Frame['limits'], 'seats'>): number | null {
  const own = seats[choice.code]
  return own === undefined ? choice.seats : Math.min(own, choice.seats ?? own)
}
