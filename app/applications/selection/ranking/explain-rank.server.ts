import type { Kysely } from 'kysely'
import { listRanking, type RankedCall, type RankingRow } from './list-ranking.server.ts'
import { rankingFilterOf } from './ranking-filter.ts'
import type { Database } from '#db/schema.ts'

/** What the rank of one application comes of. */
export interface RankExplained {
  row: RankingRow
  /** Those around it in the ranking, it itself among them. */
  around: RankingRow[]
  /** How many are ranked. */
  total: number
  fieldMeans: Record<string, number>
  reviews: { id: string; total: number | null; isThird: boolean; scores: Record<string, number> }[]
  /** Reviews that somebody was given and has not sent. */
  open: number
}

const EACH_SIDE = 2

/** Why an application has its rank; null when it has none in this call. */
export async function explainRank(
  db: Kysely<Database>,
  { call, applicationId }: { call: RankedCall; applicationId: string },
): Promise<RankExplained | null> {
  const part = { around: applicationId, each: EACH_SIDE }
  const { rows, total, fieldMeans } = await listRanking(db, { call, filter: rankingFilterOf(NONE), part })
  const row = rows.find(({ id }) => id === applicationId)
  if (!row) return null
  return { row, around: rows, total, fieldMeans, ...(await readReviews(db, applicationId)) }
}

const NONE = new URLSearchParams()

async function readReviews(
  db: Kysely<Database>,
  applicationId: string,
): Promise<Pick<RankExplained, 'reviews' | 'open'>> {
  const [reviews, scores] = await Promise.all([
    db
      .selectFrom('reviews')
      .select(['id', 'total', 'isThird', 'state'])
      .where('applicationId', '=', applicationId)
      .orderBy('submittedAt')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('reviewScores as score')
      .innerJoin('reviews as review', 'review.id', 'score.reviewId')
      .select(['score.reviewId', 'score.criterionId', 'score.score'])
      .where('review.applicationId', '=', applicationId)
      .execute(),
  ])
  return {
    reviews: reviews
      .filter(({ state }) => state === 'submitted')
      .map(({ id, total, isThird }) => ({
        id,
        total,
        isThird: isThird === 1,
        scores: Object.fromEntries(
          scores.filter(({ reviewId }) => reviewId === id).map(({ criterionId, score }) => [criterionId, score]),
        ),
      })),
    open: reviews.filter(({ state }) => state === 'assigned' || state === 'started').length,
  }
}
