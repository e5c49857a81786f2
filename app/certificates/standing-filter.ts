import { type Reason, REASONS } from './who-gets-one.ts'

/** What a list of standings is narrowed to: a state, or one of the reasons why not. */
export type StandingFilter = '' | 'issued' | 'changed' | 'gets' | 'none' | Reason

export const STATES = ['gets', 'issued', 'changed', 'none'] as const

export function readStandingFilter(typed: string | null): StandingFilter {
  return ([...STATES, ...REASONS] as const).find((one) => one === typed) ?? ''
}

interface Filtered {
  standing: (typeof STATES)[number]
  reasons: Reason[]
}

export function fits({ standing, reasons }: Filtered, filter: StandingFilter): boolean {
  if (filter === '') return true
  if ((STATES as readonly string[]).includes(filter)) return standing === filter
  return standing === 'none' && reasons.includes(filter as Reason)
}

/** How many there are of each state and of each reason. */
export type StandingCounts = Record<Exclude<StandingFilter, ''>, number>

export function noStandings(): StandingCounts {
  return Object.fromEntries([...STATES, ...REASONS].map((filter) => [filter, 0])) as StandingCounts
}

/** Counts one more. */
export function countStanding(counts: StandingCounts, { standing, reasons }: Filtered): void {
  counts[standing]++
  if (standing === 'none') for (const reason of reasons) counts[reason]++
}
