/** Whom a donor wants the money for; every condition of a fund must hold. What is not known of somebody does not hold. */
export type FundCondition =
  | { kind: 'residence'; lists: string[]; countries: string[]; isExcluded: boolean }
  | { kind: 'gender'; genders: string[] }
  | { kind: 'first-time' }
  | { kind: 'choice'; codes: string[] }
  | { kind: 'answer'; question: string; values: string[] }

/** A fund as whoever plans with it needs it: `freeMinor` is neither offered nor committed. */
export interface PlannedFund {
  id: string
  code: string
  name: string
  currency: string
  budgetMinor: number
  offeredMinor: number
  committedMinor: number
  freeMinor: number
  conditions: FundCondition[]
}

/** A fund with everything that is kept of it; `proposedMinor` is what awards that were not offered yet would take. */
export interface Fund extends PlannedFund {
  donor: string
  note: string
  paidMinor: number
  returnedMinor: number
  proposedMinor: number
  version: number
}
