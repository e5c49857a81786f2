import { type Kysely, sql } from 'kysely'
import { DECISIONS_PAGE } from './decision.ts'
import { leftOfRelease } from './finish-release.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage, type SortKeys } from '#db/keyset.ts'
import type { Database, DecisionKind } from '#db/schema.ts'

export interface DecisionFilter {
  /** `none`: nothing is decided yet; null: all. */
  kind: DecisionKind | 'none' | null
  cursor: Cursor
}

/** One page of the applications that were sent in, best scores first, with what is decided about each. */
export async function listDecisions(
  db: Kysely<Database>,
  { callId, filter, now }: { callId: string; filter: DecisionFilter; now: Instant },
) {
  const list = matching(db, callId, filter.kind)
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('applicationChoices as wish', (join) =>
      join.onRef('wish.applicationId', '=', 'applications.id').on('wish.wish', '=', 1),
    )
    .leftJoin('decisionReleases as release', 'release.id', 'decisions.releaseId')
    .select(['applications.id', 'applications.number', 'applications.residence', 'applications.score'])
    .select(['people.fullName', 'wish.choiceId as wishId', 'decisions.kind', 'decisions.choiceId'])
    .select(['decisions.packageId', 'decisions.place', 'decisions.refusal', 'decisions.releasedAt', 'release.sendAt'])
  const { rows, steps } = await keysetPage(list, {
    keys: BEST_FIRST,
    cursor: filter.cursor,
    size: DECISIONS_PAGE,
    anchor: db.selectFrom('applications').where('applications.callId', '=', callId),
  })
  return {
    steps,
    rows: rows.map(({ releasedAt, sendAt, ...row }) => ({
      ...row,
      refusal: row.refusal ?? '',
      state: releasedAt === null ? ('open' as const) : sendAt! > now ? ('waiting' as const) : ('released' as const),
    })),
  }
}

/** Without a score last. */
const BEST_FIRST: SortKeys = [
  [sql`coalesce(applications.score, -1)`, 'desc'],
  ['applications.number', 'asc'],
  ['applications.id', 'asc'],
]

export type DecisionRow = Awaited<ReturnType<typeof listDecisions>>['rows'][number]

function matching(db: Kysely<Database>, callId: string, kind: DecisionFilter['kind']) {
  return db
    .selectFrom('applications')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .$if(kind === 'none', (query) => query.where('decisions.kind', 'is', null))
    .$if(kind !== null && kind !== 'none', (query) => query.where('decisions.kind', '=', kind as DecisionKind))
}

/** How many applications stand where: by decision, released or not. */
export async function countDecisions(db: Kysely<Database>, callId: string) {
  const rows = await db
    .selectFrom('applications')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .select(['decisions.kind'])
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number>(eb.case().when('decisions.releaseId', 'is not', null).then(1).else(0).end()).as('released'),
      fn.sum<number>(eb.case().when('decisions.refusal', '<>', '').then(1).else(0).end()).as('behind'),
    ])
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .groupBy('decisions.kind')
    .execute()
  const of = (kind: DecisionKind | null) => {
    const row = rows.find((one) => one.kind === kind)
    return { count: Number(row?.count ?? 0), released: Number(row?.released ?? 0), behind: Number(row?.behind ?? 0) }
  }
  return { accept: of('accept'), reserve: of('reserve'), decline: of('decline'), none: of(null) }
}

export type DecisionCounts = Awaited<ReturnType<typeof countDecisions>>

/** The release whose mails have not left yet, and how many decisions of it wait for the job; or null. */
export async function waitingRelease(
  db: Kysely<Database>,
  { callId, now }: { callId: string; now: Instant },
): Promise<{ id: string; count: number; left: number; sendAt: Instant } | null> {
  const row = await db
    .selectFrom('decisionReleases')
    .select(['id', 'count', 'sendAt'])
    .where('callId', '=', callId)
    .where('state', '=', 'waiting')
    .where('sendAt', '>', now)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return row ? { ...row, left: await leftOfRelease(db, row.id) } : null
}
