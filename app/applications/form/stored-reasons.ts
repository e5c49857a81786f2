import { z } from 'zod'
import type { Eligibility, Judged } from './judge-eligibility.ts'

const reasons = z.array(
  z.object({
    rule: z.string(),
    is: z.enum(['met', 'not-met', 'unknown']),
    isForPerson: z.boolean().default(false),
    /** What was said of an earlier award, which no column keeps. */
    said: z.union([z.number(), z.literal('none')]).optional(),
  }),
)

/** What `applications.eligibilityReasons` holds: each rule and how it came out. */
export function storedReasons({ reasons }: Eligibility, said: number | 'none' | null): string {
  return JSON.stringify(
    reasons.map((reason) => (reason.rule === 'award-free-years' && said !== null ? { ...reason, said } : reason)),
  )
}

/** The rules of a stored judgement; none when nothing was judged yet. */
export function readReasons(json: string): (Judged & { said?: number | 'none' | undefined })[] {
  try {
    return reasons.parse(JSON.parse(json === '' ? '[]' : json)) as Judged[]
  } catch {
    return []
  }
}

/** What somebody said of an earlier award before the form. */
export function toldAward(json: string): number | 'none' | null {
  return readReasons(json).find(({ said }) => said !== undefined)?.said ?? null
}
