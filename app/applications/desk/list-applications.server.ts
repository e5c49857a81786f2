import { type Kysely, sql } from 'kysely'
import { type ApplicationFilter, filterOfAddress } from './application-filter.ts'
import type { Order } from './orders.ts'
import { APPLICATIONS_PAGE } from './page-size.ts'
import { selectApplications, selectMeant } from './select-applications.server.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage, nextRows, sorted, type SortKeys } from '#db/keyset.ts'
import type { ApplicationsTable, Database } from '#db/schema.ts'

export interface Listed {
  callId: string
  filter: ApplicationFilter
  order: Order
  /** The questions whose answers are wanted besides. */
  questionIds: string[]
}

/** A page of the applications that a filter means, and how many of them are in which state. */
export async function listApplications(db: Kysely<Database>, wanted: Listed & { cursor: Cursor }) {
  const counts = await countApplications(db, wanted)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const keys = KEYS[wanted.order]
  const besides = { people: wanted.order === 'name' }
  const all = { callId: wanted.callId, filter: filterOfAddress(new URLSearchParams()) }
  // First whose turn it is, then what is shown of them: of the others nothing more is read than they are sorted by.
  const { rows: page, steps } = await keysetPage(selectMeant(db, wanted, besides).select('applications.id'), {
    keys,
    cursor: wanted.cursor,
    size: APPLICATIONS_PAGE,
    anchor: selectMeant(db, all, besides),
  })
  const ids = page.map(({ id }) => id)
  const rows = await sorted(columns(db, all), keys)
    .where('applications.id', 'in', [...ids, ''])
    .execute()
  return { counts, total, steps, rows: await whole(db, wanted, rows) }
}

export type ListedApplication = Awaited<ReturnType<typeof listApplications>>['rows'][number]

/** The next applications after one, by id: for files. */
export async function nextApplications(
  db: Kysely<Database>,
  wanted: Omit<Listed, 'order'> & { after: string | null; limit: number },
): Promise<ListedApplication[]> {
  const { after, limit } = wanted
  const keys: SortKeys = [['applications.id', 'asc']]
  const rows = await nextRows(columns(db, wanted), { keys, after: after === null ? null : [after], limit })
  return await whole(db, wanted, rows)
}

/** How many applications a filter means, by their state. */
export async function countApplications(
  db: Kysely<Database>,
  wanted: Pick<Listed, 'callId' | 'filter'>,
): Promise<Partial<Record<ApplicationsTable['state'], number>>> {
  const rows = await selectMeant(db, wanted)
    .select(['applications.state', sql<number>`count(*)`.as('count')])
    .groupBy('applications.state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

function columns(db: Kysely<Database>, wanted: Pick<Listed, 'callId' | 'filter'>) {
  return selectApplications(db, wanted)
    .leftJoin('applicationTeams as team', 'team.id', 'applications.teamId')
    .select(['applications.id', 'applications.code', 'applications.number', 'applications.state'])
    .select(['applications.missing', 'applications.eligibility', 'applications.eligibilityBy'])
    .select(['applications.residence', 'applications.category', 'applications.gender', 'applications.language'])
    .select(['applications.score', 'applications.reviewCount', 'applications.askedMinor', 'applications.askedCurrency'])
    .select(['applications.needsVisa', 'applications.submittedAt', 'applications.startedAt', 'applications.channel'])
    .select(['applications.note', 'people.fullName', 'people.email', 'people.erasedAt', 'team.code as team'])
}

/** Without a number, or a score, last. */
const KEYS: Record<Order, SortKeys> = {
  number: [
    [sql`coalesce(applications.number, ${sql.lit(2 ** 31 - 1)})`, 'asc'],
    ['applications.id', 'asc'],
  ],
  score: [
    [sql`coalesce(applications.score, -1)`, 'desc'],
    ['applications.id', 'asc'],
  ],
  name: [
    ['people.sortKey', 'asc'],
    ['applications.id', 'asc'],
  ],
  newest: [['applications.id', 'desc']],
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number]

/** With their wishes, how many letters came of how many, and the answers that are wanted. */
async function whole(db: Kysely<Database>, { questionIds }: Pick<Listed, 'questionIds'>, rows: Row[]) {
  const ids = rows.map(({ id }) => id)
  const [wishes, letters, answers] = await Promise.all([
    wishesOf(db, ids),
    lettersOf(db, ids),
    answersOf(db, ids, questionIds),
  ])
  return rows.map(({ missing, ...row }) => {
    const own = letters.filter(({ applicationId }) => applicationId === row.id)
    const sum = (states: string[]) =>
      own.reduce((total, { state, count }) => total + (states.includes(state) ? Number(count) : 0), 0)
    return {
      ...row,
      missing: JSON.parse(missing) as string[],
      wishes: (wishes.get(row.id) ?? []).map(({ code }) => code),
      letters: { come: sum(['answered']), wanted: sum(['answered', 'asked', 'named']) },
      answers: answers.get(row.id) ?? [],
    }
  })
}

async function wishesOf(db: Kysely<Database>, ids: string[]) {
  const rows = await db
    .selectFrom('applicationChoices')
    .innerJoin('callChoices', 'callChoices.id', 'applicationChoices.choiceId')
    .select(['applicationChoices.applicationId', 'callChoices.code'])
    .where('applicationChoices.applicationId', 'in', [...ids, ''])
    .orderBy('applicationChoices.wish')
    .execute()
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}

async function lettersOf(db: Kysely<Database>, ids: string[]) {
  return await db
    .selectFrom('referees')
    .select(['applicationId', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('applicationId', 'in', [...ids, ''])
    .groupBy(['applicationId', 'state'])
    .execute()
}

async function answersOf(db: Kysely<Database>, ids: string[], questionIds: string[]) {
  if (ids.length === 0 || questionIds.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('applicationAnswers')
    .select(['applicationId', 'questionId', 'value', 'asked'])
    .where('applicationId', 'in', ids)
    .where('questionId', 'in', questionIds)
    .where('erasedAt', 'is', null)
    .execute()
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}
