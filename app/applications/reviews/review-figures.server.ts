import { type Kysely, sql } from 'kysely'
import type { Call } from '../calls/call.ts'
import type { Database } from '#db/schema.ts'

export interface ReviewFigures {
  applications: number
  /** With as many submitted reviews as each should have. */
  done: number
  /** Applications that lack a reviewer. */
  lacking: number
  /** In which reviewers differ too much, and nobody more was asked. */
  thirds: number
  assigned: number
  submitted: number
}

/** How far the reviews of a call are, in two queries whatever their number. */
export async function reviewFigures(
  db: Kysely<Database>,
  { id, reviewersEach, thirdGap }: Pick<Call, 'id' | 'reviewersEach' | 'thirdGap'>,
): Promise<ReviewFigures> {
  const active = sql<number>`(select count(*) from reviews where reviews.application_id = applications.id
    and reviews.state in ('assigned', 'started', 'submitted'))`
  const countOf = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
  const gap = thirdGap === null ? null : thirdGap * 1000
  const [row, reviews] = await Promise.all([
    db
      .selectFrom('applications')
      .select(({ fn }) => [
        fn.countAll<number>().as('applications'),
        countOf(sql<boolean>`applications.review_count >= ${reviewersEach}`).as('done'),
        countOf(sql<boolean>`${active} < ${reviewersEach}`).as('lacking'),
        (gap === null
          ? sql<number>`0`
          : countOf(sql<boolean>`applications.spread > ${gap} and ${active} <= ${reviewersEach}`)
        ).as('thirds'),
      ])
      .where('callId', '=', id)
      .where('state', '=', 'submitted')
      .where('eligibility', '!=', 'ineligible')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('reviews')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('callId', '=', id)
      .where('state', 'in', ['assigned', 'started', 'submitted'])
      .groupBy('state')
      .execute(),
  ])
  const submitted = Number(reviews.find(({ state }) => state === 'submitted')?.count ?? 0)
  return {
    applications: Number(row.applications),
    done: Number(row.done),
    lacking: Number(row.lacking),
    thirds: Number(row.thirds),
    assigned: reviews.reduce((sum, { count }) => sum + Number(count), 0),
    submitted,
  }
}
