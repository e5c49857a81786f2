import type { Kysely } from 'kysely'
import { PASSED_PAGE } from './queue-page.ts'
import type { Database } from '#db/schema.ts'

/** What reviewers passed on, newest first: whom they know, and what they skipped and why. */
export async function listPassed(db: Kysely<Database>, { callId, page }: { callId: string; page: number }) {
  const passed = db
    .selectFrom('reviews')
    .where('reviews.callId', '=', callId)
    .where('reviews.state', 'in', ['conflict', 'skipped'])
  const [rows, { total }] = await Promise.all([
    passed
      .innerJoin('applications', 'applications.id', 'reviews.applicationId')
      .leftJoin('accounts', 'accounts.id', 'reviews.accountId')
      .leftJoin('people', 'people.id', 'accounts.personId')
      .select(['reviews.id', 'applications.number', 'reviews.state', 'reviews.sharedComment', 'people.fullName'])
      .orderBy('reviews.savedAt', 'desc')
      .orderBy('reviews.id')
      .limit(PASSED_PAGE)
      .offset((page - 1) * PASSED_PAGE)
      .execute(),
    passed.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(total) }
}

export type PassedReview = Awaited<ReturnType<typeof listPassed>>['rows'][number]
