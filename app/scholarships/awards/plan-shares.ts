import type { FundCondition, PlannedFund } from '#app/scholarships/funds/fund.ts'
import { isAmongEconomies } from '#app/values/economies.ts'
import type { ComponentKind } from '#db/schema.ts'

export type { FundCondition, PlannedFund } from '#app/scholarships/funds/fund.ts'

/** What donors' conditions ask about somebody; null is not known. */
export interface Awardee {
  residence: string | null
  gender: string | null
  isFirstTime: boolean | null
  /** The code of what they are to be admitted to. */
  choiceCode: string | null
  /** By code of the question: what was chosen; only what funds ask for need be there. */
  answers?: Record<string, string[]>
}

export interface PlannedComponent {
  kind: ComponentKind
  amountMinor: number
  currency: string
}

/** What one fund would give for one component. */
export interface PlannedShare {
  kind: ComponentKind
  fundId: string
  amountMinor: number
}

/** Whether a fund's donor wants the money for this person. What is not known does not fulfil a condition. */
export function mayPay(fund: Pick<PlannedFund, 'conditions'>, awardee: Awardee): boolean {
  return fund.conditions.every((condition) => isFulfilled(condition, awardee))
}

function isFulfilled(condition: FundCondition, awardee: Awardee): boolean {
  switch (condition.kind) {
    case 'residence':
      return awardee.residence !== null && isAmongEconomies(condition, awardee.residence)
    case 'gender':
      return awardee.gender !== null && condition.genders.includes(awardee.gender)
    case 'first-time':
      return awardee.isFirstTime === true
    case 'choice':
      return awardee.choiceCode !== null && condition.codes.includes(awardee.choiceCode)
    case 'answer':
      return (awardee.answers?.[condition.question] ?? []).some((value) => condition.values.includes(value))
  }
}

/**
 * Which funds pay what: the one with the most conditions that holds the whole, so that free money stays for whom no
 * donor asks; else several, the most conditioned first. Null when those that may pay have not enough together.
 */
export function planShares(
  funds: readonly PlannedFund[],
  components: readonly PlannedComponent[],
  awardee: Awardee,
): PlannedShare[] | null {
  const wanted = components.filter(({ amountMinor }) => amountMinor > 0)
  const payers = funds
    .filter((fund) => wanted.every(({ currency }) => currency === fund.currency) && mayPay(fund, awardee))
    .toSorted((one, other) => other.conditions.length - one.conditions.length)
  const total = wanted.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const whole = payers.find(({ freeMinor }) => freeMinor >= total)
  if (whole) return wanted.map(({ kind, amountMinor }) => ({ kind, fundId: whole.id, amountMinor }))
  return splitShares(payers, wanted)
}

function splitShares(payers: readonly PlannedFund[], components: readonly PlannedComponent[]): PlannedShare[] | null {
  const left = new Map(payers.map(({ id, freeMinor }) => [id, Math.max(freeMinor, 0)]))
  const shares: PlannedShare[] = []
  for (const { kind, amountMinor } of components) {
    let open = amountMinor
    for (const [fundId, free] of left) {
      const given = Math.min(open, free)
      if (given === 0) continue
      shares.push({ kind, fundId, amountMinor: given })
      left.set(fundId, free - given)
      open -= given
    }
    if (open > 0) return null
  }
  return shares
}
