import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What somebody has written about one application so far; null when it is not theirs to judge. */
export async function findReview(
  db: Kysely<Database>,
  { callId, number, accountId }: { callId: string; number: number; accountId: string },
) {
  const review = await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .selectAll('reviews')
    .where('applications.callId', '=', callId)
    .where('applications.number', '=', number)
    .where('applications.state', '=', 'submitted')
    .where('reviews.accountId', '=', accountId)
    .where('reviews.state', 'in', ['assigned', 'started', 'submitted'])
    .executeTakeFirst()
  if (!review) return null
  const scores = await db.selectFrom('reviewScores').selectAll().where('reviewId', '=', review.id).execute()
  return { ...review, scores: new Map(scores.map(({ criterionId, score }) => [criterionId, score])) }
}

export type FoundReview = NonNullable<Awaited<ReturnType<typeof findReview>>>

/** What the others said of it to the committee, for who has submitted: without their names. */
export async function sharedComments(
  db: Kysely<Database>,
  { applicationId, accountId }: { applicationId: string; accountId: string },
) {
  return await db
    .selectFrom('reviews')
    .select(['sharedComment', 'total'])
    .where('applicationId', '=', applicationId)
    .where('accountId', '!=', accountId)
    .where('state', '=', 'submitted')
    .orderBy('submittedAt')
    .orderBy('id')
    .execute()
}
