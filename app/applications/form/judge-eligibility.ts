import type { EligibilityRule } from '#app/applications/calls/call.ts'
import { isAmongEconomies } from '#app/values/economies.ts'
import type { Instant } from '#app/values/moment.ts'

/** What is known of an applicant; null is what nobody said. */
export interface EligibilityFacts {
  residence: string | null
  birthYear: number | null
  /** The year of the last award: as they say, or as we know. */
  lastAward: number | 'none' | null
  /** Whether all letters that are wanted have come; null while they may still come. */
  hasLetters: boolean | null
  /** Whether the form is filled in; null while it may still be. */
  isComplete: boolean | null
}

/** One rule, and how it comes out. `unknown`: it cannot be told from what is known, and nobody guesses. */
export interface Judged {
  rule: EligibilityRule['kind']
  is: 'met' | 'not-met' | 'unknown'
  /** Whether a person decides it, so that one may apply whatever is known now. */
  isForPerson: boolean
}

export interface Eligibility {
  verdict: 'eligible' | 'ineligible' | 'unknown'
  reasons: Judged[]
}

/** Each rule of a call by itself; one that is not met makes ineligible, one that is unknown leaves it open. */
export function judgeEligibility(rules: EligibilityRule[], facts: EligibilityFacts, now: Instant): Eligibility {
  const reasons = rules.map((rule): Judged => ({
    rule: rule.kind,
    is: judgeRule(rule, facts, now),
    isForPerson: rule.kind === 'affiliation',
  }))
  const has = (is: Judged['is']) => reasons.some((reason) => reason.is === is)
  return { verdict: has('not-met') ? 'ineligible' : has('unknown') ? 'unknown' : 'eligible', reasons }
}

/** Whether somebody may go on: nothing that is not a person's to decide speaks against it. */
export function mayGoOn({ reasons }: Eligibility): boolean {
  return reasons.every(({ is, isForPerson }) => is !== 'not-met' || isForPerson)
}

function judgeRule(rule: EligibilityRule, facts: EligibilityFacts, now: Instant): Judged['is'] {
  const year = Number(now.slice(0, 4))
  switch (rule.kind) {
    case 'residence':
      return facts.residence === null ? 'unknown' : met(isAmongEconomies(rule, facts.residence))
    case 'award-free-years': {
      const { lastAward } = facts
      if (lastAward === null) return 'unknown'
      return met(lastAward === 'none' || year - lastAward >= rule.years)
    }
    case 'minimum-age':
    case 'maximum-age': {
      if (facts.birthYear === null) return 'unknown'
      // Before and after the birthday of this year.
      const ages = [year - facts.birthYear - 1, year - facts.birthYear]
      const fits = ages.map((age) => (rule.kind === 'minimum-age' ? age >= rule.age : age <= rule.age))
      return fits[0] === fits[1] ? met(fits[0]!) : 'unknown'
    }
    case 'referee':
      return facts.hasLetters === null ? 'unknown' : met(facts.hasLetters)
    case 'complete':
      return facts.isComplete === null ? 'unknown' : met(facts.isComplete)
    case 'affiliation':
      return 'unknown'
  }
}

function met(is: boolean): Judged['is'] {
  return is ? 'met' : 'not-met'
}
