import { CATEGORIES } from './criterion-form.ts'
import type { ApplicantCategory } from '#db/schema.ts'

type Weighted = { id: string; weights: Partial<Record<ApplicantCategory, number>> }

/** What a criterion weighs for a category: what is said of it, or else what is said for everybody. */
export function weightOf({ weights }: Pick<Weighted, 'weights'>, category: ApplicantCategory): number {
  return weights[category] ?? weights[''] ?? 0
}

/** The categories for which anything is said. */
export function namedCategories(criteria: Weighted[]): ApplicantCategory[] {
  return CATEGORIES.filter(
    (category) => category === '' || criteria.some(({ weights }) => weights[category] !== undefined),
  )
}

/** What the weights come to, in per cent of a category's total; null where they come to nothing. */
export function weightShare(criteria: Weighted[], criterion: Weighted, category: ApplicantCategory): number | null {
  const sum = criteria.reduce((total, one) => total + weightOf(one, category), 0)
  return sum === 0 ? null : (weightOf(criterion, category) / sum) * 100
}
