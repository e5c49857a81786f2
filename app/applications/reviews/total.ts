import type { Criterion } from '../calls/call.ts'
import type { ApplicantCategory } from '#db/schema.ts'

/** Totals are kept in thousandths of a point of 100. */
export const WHOLE = 100_000

/**
 * Of scores by the id of their criterion, what they come to by the weights of the applicant's category: in thousandths
 * of a point of 100. Null while a criterion that counts has no score.
 */
export function totalOf(
  criteria: Pick<Criterion, 'id' | 'maximum' | 'weights'>[],
  category: ApplicantCategory,
  scores: ReadonlyMap<string, number>,
): number | null {
  if (criteria.length === 0 || criteria.some(({ id }) => !scores.has(id))) return null
  const weighed = weightsOf(criteria, category)
  const all = weighed.reduce((sum, weight) => sum + weight, 0)
  const reached = criteria.reduce((sum, { id, maximum }, at) => sum + (weighed[at]! * scores.get(id)!) / maximum, 0)
  return Math.round((reached / all) * WHOLE)
}

/** What each criterion counts: by category, else as for everybody else; where nothing was weighed, its points count. */
export function weightsOf(criteria: Pick<Criterion, 'maximum' | 'weights'>[], category: ApplicantCategory): number[] {
  const weights = criteria.map((criterion) => criterion.weights[category] ?? criterion.weights[''] ?? 0)
  return weights.some((weight) => weight > 0) ? weights : criteria.map(({ maximum }) => maximum)
}

/** How far totals lie apart; null when there is nothing to compare. */
export function spreadOf(totals: number[]): number | null {
  return totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals)
}

export function meanOf(totals: number[]): number | null {
  return totals.length === 0 ? null : Math.round(totals.reduce((sum, total) => sum + total, 0) / totals.length)
}

/** Whether reviewers differ so much that one more is wanted; `thirdGap` is in points of 100, null: never. */
export function wantsThird(spread: number | null, thirdGap: number | null): boolean {
  return spread !== null && thirdGap !== null && spread > thirdGap * 1000
}
