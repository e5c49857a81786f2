import type { Kysely } from 'kysely'
import type { OpenReview } from './batch-sheet.ts'
import type { Database } from '#db/schema.ts'

/** What a reviewer still has to score of a call, with what they have of it: for a sheet. By number. */
export async function openReviews(
  db: Kysely<Database>,
  { callId, accountId, all = false }: { callId: string; accountId: string; all?: boolean },
): Promise<(OpenReview & { applicationId: string; state: string })[]> {
  const reviews = await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .select(['reviews.id', 'reviews.applicationId', 'reviews.state', 'reviews.version', 'applications.number'])
    .select(['reviews.privateComment', 'reviews.sharedComment', 'reviews.reason'])
    .where('reviews.callId', '=', callId)
    .where('reviews.accountId', '=', accountId)
    .where('reviews.state', 'in', all ? ['assigned', 'started', 'submitted'] : ['assigned', 'started'])
    .where('applications.state', '=', 'submitted')
    .where('applications.number', 'is not', null)
    .orderBy('applications.number')
    .$narrowType<{ number: number }>()
    .execute()
  const scores = await db
    .selectFrom('reviewScores')
    .innerJoin('reviews', 'reviews.id', 'reviewScores.reviewId')
    .selectAll('reviewScores')
    .where('reviews.callId', '=', callId)
    .where('reviews.accountId', '=', accountId)
    .execute()
  const scoresOf = Map.groupBy(scores, ({ reviewId }) => reviewId)
  return reviews.map(({ id, ...review }) => ({
    ...review,
    scores: new Map((scoresOf.get(id) ?? []).map(({ criterionId, score }) => [criterionId, score])),
  }))
}
