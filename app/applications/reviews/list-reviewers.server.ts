import type { Kysely } from 'kysely'
import { REVIEWERS_PAGE } from './queue-page.ts'
import type { Database, ReviewsTable } from '#db/schema.ts'

export interface ListedReviewer {
  accountId: string
  fullName: string
  email: string
  languages: string[]
  choiceCodes: string[]
  isChair: boolean
  counts: Record<ReviewsTable['state'], number>
}

const NONE = { assigned: 0, started: 0, submitted: 0, conflict: 0, skipped: 0 }

interface Wanted {
  /** All without it. */
  page?: number
  /** One of them alone. */
  accountId?: string
}

/** The reviewers of a call with how far each is. */
export async function listReviewers(
  db: Kysely<Database>,
  callId: string,
  { page, accountId }: Wanted = {},
): Promise<ListedReviewer[]> {
  const [reviewers, counts] = await Promise.all([
    db
      .selectFrom('reviewers')
      .innerJoin('accounts', 'accounts.id', 'reviewers.accountId')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select(['reviewers.accountId', 'people.fullName', 'accounts.email'])
      .select(['reviewers.languages', 'reviewers.choiceCodes', 'reviewers.isChair'])
      .where('reviewers.callId', '=', callId)
      .$if(accountId !== undefined, (query) => query.where('reviewers.accountId', '=', accountId!))
      .$if(page !== undefined, (query) => query.limit(REVIEWERS_PAGE).offset((page! - 1) * REVIEWERS_PAGE))
      .orderBy('people.sortKey')
      .orderBy('accounts.email')
      .execute(),
    db
      .selectFrom('reviews')
      .select(({ fn }) => ['accountId', 'state', fn.countAll<number>().as('count')])
      .where('callId', '=', callId)
      .groupBy(['accountId', 'state'])
      .execute(),
  ])
  return reviewers.map(({ languages, choiceCodes, isChair, ...reviewer }) => ({
    ...reviewer,
    languages: listOf(languages),
    choiceCodes: listOf(choiceCodes),
    isChair: isChair === 1,
    counts: {
      ...NONE,
      ...Object.fromEntries(
        counts
          .filter(({ accountId }) => accountId === reviewer.accountId)
          .map(({ state, count }) => [state, Number(count)]),
      ),
    },
  }))
}

export async function countReviewers(db: Kysely<Database>, callId: string): Promise<number> {
  const { total } = await db
    .selectFrom('reviewers')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('callId', '=', callId)
    .executeTakeFirstOrThrow()
  return Number(total)
}

export function listOf(joined: string): string[] {
  return joined === '' ? [] : joined.split(',')
}
