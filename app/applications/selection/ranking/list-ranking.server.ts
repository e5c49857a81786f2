import type { Kysely } from 'kysely'
import type { Ranked } from './rank-applications.ts'
import type { RankingFilter, RankingState } from './ranking-filter.ts'
import { type FieldRow, readField } from './read-field.server.ts'
import { wishersOf, wishesOf } from './wishes-of.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { wantsThird } from '#app/applications/reviews/total.ts'
import type { Database } from '#db/schema.ts'

export type RankedCall = Pick<Call, 'id' | 'reviewersEach' | 'thirdGap'>

/** One application with its rank and what the rank comes of. */
export interface RankingRow extends Ranked<FieldRow> {
  /** How many reviews are still to come. */
  missing: number
  isThirdWanted: boolean
  /** Ids of choices, the first wish first. */
  wishes: string[]
  /** The mean score by criterion. */
  means: Record<string, number>
}

interface Listed {
  call: RankedCall
  filter: RankingFilter
  /** The part of the filtered list that is wanted: so many from one on, or those around an application. */
  part: { from: number; most: number } | { around: string; each: number }
}

/** A part of the ranking of a call, with what is to be said of all of it: in six questions however many there are. */
export async function listRanking(db: Kysely<Database>, { call, filter, part: wanted }: Listed) {
  const [field, wishing, overall] = await Promise.all([
    readField(db, call.id),
    wishersOf(db, { callId: call.id, choiceId: filter.choiceId }),
    criterionMeans(db, { callId: call.id }),
  ])
  const marked = field.ranked.map((row) => ({
    ...row,
    missing: Math.max(0, call.reviewersEach - row.reviewCount),
    isThirdWanted: row.reviewCount <= call.reviewersEach && wantsThird(row.spread, call.thirdGap),
  }))
  const shown = marked.filter(
    (row) =>
      (wishing === null || wishing.has(row.id)) &&
      (filter.country === null || row.residence === filter.country) &&
      (filter.category === null || row.category === (filter.category === 'other' ? '' : filter.category)) &&
      (filter.state === null || isIn(filter.state, row)),
  )
  const part = partOf(shown, wanted)
  const ids = part.map(({ id }) => id)
  const [wishes, means] = await Promise.all([wishesOf(db, ids), criterionMeans(db, { callId: call.id, ids })])
  return {
    rows: part.map((row): RankingRow => ({ ...row, wishes: wishes.get(row.id) ?? [], means: means.get(row.id) ?? {} })),
    total: shown.length,
    fieldMeans: overall.get('') ?? {},
    countries: [...new Set(marked.flatMap(({ residence }) => residence ?? []))],
    counts: {
      ranked: marked.length,
      unreviewed: marked.filter((row) => isIn('unreviewed', row)).length,
      missing: marked.filter((row) => isIn('reviews-missing', row)).length,
      third: marked.filter((row) => isIn('third-wanted', row)).length,
      ineligible: field.ineligible.length,
    },
  }
}

function partOf<Row extends { id: string }>(rows: readonly Row[], wanted: Listed['part']): Row[] {
  if ('from' in wanted) return rows.slice(wanted.from, wanted.from + wanted.most)
  const at = rows.findIndex(({ id }) => id === wanted.around)
  return at === -1 ? [] : rows.slice(Math.max(0, at - wanted.each), at + wanted.each + 1)
}

type MarkedRow = Pick<RankingRow, 'missing' | 'isThirdWanted' | 'score' | 'eligibility'>

function isIn(state: RankingState, { missing, isThirdWanted, score, eligibility }: MarkedRow): boolean {
  switch (state) {
    case 'reviewed':
      return missing === 0
    case 'reviews-missing':
      return missing > 0 && score !== null
    case 'third-wanted':
      return isThirdWanted
    case 'unreviewed':
      return score === null
    case 'unchecked':
      return eligibility === 'unknown'
  }
}

/** The mean score of each criterion: of these applications one by one, or under '' of the whole field. */
async function criterionMeans(
  db: Kysely<Database>,
  { callId, ids }: { callId: string; ids?: readonly string[] },
): Promise<Map<string, Record<string, number>>> {
  const rows = await db
    .selectFrom('reviews as review')
    .innerJoin('reviewScores as score', 'score.reviewId', 'review.id')
    .select(({ fn }) => ['score.criterionId', fn.avg<number>('score.score').as('mean')])
    .$if(ids !== undefined, (query) => query.select('review.applicationId').groupBy('review.applicationId'))
    .where('review.callId', '=', callId)
    .where('review.state', '=', 'submitted')
    .$if(ids !== undefined, (query) => query.where('review.applicationId', 'in', [...ids!, '']))
    .groupBy('score.criterionId')
    .execute()
  const means = new Map<string, Record<string, number>>()
  for (const { applicationId = '', criterionId, mean } of rows)
    means.set(applicationId, { ...means.get(applicationId), [criterionId]: Number(mean) })
  return means
}
