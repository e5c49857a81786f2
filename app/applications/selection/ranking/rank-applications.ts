import type { Instant } from '#app/values/moment.ts'

/** What the order of a ranking goes by. */
export interface Rankable {
  id: string
  number: number | null
  /** The mean total of its reviews, in thousandths of a point of 100; null: nobody has reviewed it. */
  score: number | null
  /** How far its reviews differ. */
  spread: number | null
  reviewCount: number
  submittedAt: Instant | null
}

/** What put an application behind the one before it. */
export type RankedBy = 'first' | 'score' | 'reviews' | 'spread' | 'earlier'

export type Ranked<Row> = Row & { rank: number; rankedBy: RankedBy }

const RULES: { by: RankedBy; compare: (one: Rankable, other: Rankable) => number }[] = [
  { by: 'score', compare: (one, other) => (other.score ?? -1) - (one.score ?? -1) },
  { by: 'reviews', compare: (one, other) => other.reviewCount - one.reviewCount },
  { by: 'spread', compare: (one, other) => (one.spread ?? 0) - (other.spread ?? 0) },
  { by: 'earlier', compare: (one, other) => earlier(one.submittedAt, other.submittedAt) },
  { by: 'earlier', compare: (one, other) => (one.number ?? 0) - (other.number ?? 0) },
]

/**
 * Applications in order: the higher mean first; of equal ones that with more reviews, then that whose reviewers differ
 * less, then that which was sent earlier. Nobody shares a rank. Who was not reviewed stands last.
 */
export function rankApplications<Row extends Rankable>(rows: readonly Row[]): Ranked<Row>[] {
  const sorted = rows.toSorted((one, other) => ruleBetween(one, other)?.difference ?? 0)
  return sorted.map((row, at) => {
    const before = sorted[at - 1]
    return { ...row, rank: at + 1, rankedBy: before ? (ruleBetween(before, row)?.by ?? 'earlier') : 'first' }
  })
}

function ruleBetween(one: Rankable, other: Rankable) {
  for (const { by, compare } of RULES) {
    const difference = compare(one, other)
    if (difference !== 0) return { by, difference }
  }
  return null
}

function earlier(one: Instant | null, other: Instant | null): number {
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1
}
