import { z } from 'zod'
import type { Criterion } from '../calls/call.ts'
import { cleanLine } from '#app/values/text.ts'
import { optionalText } from '#app/values/fields.ts'

/** As long as the comments of a review may be. */
export const LONGEST_COMMENT = 8000

/** The field of a criterion in the form of a review. */
export function scoreField(criterion: Pick<Criterion, 'code'>): string {
  return `score-${criterion.code}`
}

/** What a reviewer types: scores by `score-CODE`, any of which may still be missing. */
export function reviewSchema(criteria: Pick<Criterion, 'code' | 'maximum'>[]) {
  return z.object({
    version: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .catch(0),
    privateComment: optionalText(LONGEST_COMMENT),
    sharedComment: optionalText(LONGEST_COMMENT),
    reason: optionalText(LONGEST_COMMENT),
    ...Object.fromEntries(criteria.map((criterion) => [scoreField(criterion), score(criterion.maximum)])),
  })
}

export function score(maximum: number) {
  return z
    .string()
    .default('')
    .transform(cleanLine)
    .refine(
      (typed) => typed === '' || (/^\d{1,9}$/.test(typed) && Number(typed) <= maximum),
      `reviewing.scoreBetween?maximum=${maximum}`,
    )
    .transform((typed) => (typed === '' ? null : Number(typed)))
}

/** The scores of a checked form, by the id of their criterion. */
export function typedScores(
  criteria: Pick<Criterion, 'id' | 'code'>[],
  typed: Record<string, unknown>,
): Map<string, number> {
  return new Map(
    criteria.flatMap((criterion) => {
      const value = typed[scoreField(criterion)]
      return typeof value === 'number' ? [[criterion.id, value] as const] : []
    }),
  )
}
