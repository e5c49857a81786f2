import { z } from 'zod'

/** One reason why somebody is in a suggested cohort or not; numbers are those of applications. */
export type Because =
  | { is: 'rank'; rank: number }
  | { is: 'wish'; wish: number; choice: string }
  | { is: 'held' }
  | { is: 'full'; choices: string[] }
  | { is: 'closed'; choices: string[] }
  | { is: 'language'; choices: string[] }
  | { is: 'no-wish' }
  | { is: 'paid'; package: string; funds: string[] }
  | { is: 'smaller'; package: string }
  | { is: 'own-means' }
  | { is: 'money'; choices: string[] }
  | { is: 'country'; most: number }
  | { is: 'organization'; most: number }
  | { is: 'over-cap' }
  | { is: 'team'; with: number[] }
  | { is: 'team-split' }
  | { is: 'target'; targets: string[]; instead: number[] }
  | { is: 'gave-way'; targets: string[]; to: number[] }
  | { is: 'targets' }
  | { is: 'unreviewed' }
  | { is: 'not-eligible' }

const reason = z.looseObject({ is: z.string() })

/** The reasons that were stored as JSON. */
export function readBecause(json: string): Because[] {
  return z.array(reason).parse(json === '' ? [] : JSON.parse(json)) as Because[]
}
