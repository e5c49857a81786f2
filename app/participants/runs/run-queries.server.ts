import { type Kysely, sql } from 'kysely'
import { CONFLICT } from './problems.ts'
import { parseImage, parseRun, type RowState } from './run-kinds.ts'
import { existingPage, PEOPLE_PAGE } from '../paging.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage } from '#db/keyset.ts'
import type { Database } from '#db/schema.ts'

export const RUNS_PAGE = 25

/** A page of an event's runs, the newest first. */
export async function listRuns(db: Kysely<Database>, { eventId, page }: { eventId: string; page: number }) {
  const base = db.selectFrom('runs').where('eventId', '=', eventId).where('state', '<>', 'discarded')
  const { count } = await base.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const shown = existingPage(page, Number(count), RUNS_PAGE)
  const rows = await base
    .leftJoin('accounts', 'accounts.id', 'runs.createdBy')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['runs.id', 'runs.kind', 'runs.state', 'runs.reached', 'runs.total', 'runs.done', 'runs.refused'])
    .select(['runs.undone', 'runs.createdAt', 'people.fullName as by'])
    .orderBy('runs.createdAt', 'desc')
    .orderBy('runs.id', 'desc')
    .limit(RUNS_PAGE)
    .offset((shown - 1) * RUNS_PAGE)
    .execute()
  return { total: Number(count), page: shown, rows }
}

export type ListedRun = Awaited<ReturnType<typeof listRuns>>['rows'][number]

/** A run of an event with how many rows are in which state; null when there is none. */
export async function findRun(db: Kysely<Database>, { eventId, runId }: { eventId: string; runId: string }) {
  const row = await db
    .selectFrom('runs')
    .leftJoin('accounts', 'accounts.id', 'runs.createdBy')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .selectAll('runs')
    .select('people.fullName as by')
    .where('runs.id', '=', runId)
    .where('runs.eventId', '=', eventId)
    .executeTakeFirst()
  if (!row) return null
  const counted = await db
    .selectFrom('runRows')
    .select(['state', sql<number>`count(*)`.as('count')])
    .select(sql<number>`sum(case when problem = ${CONFLICT} then 1 else 0 end)`.as('conflicts'))
    .where('runId', '=', runId)
    .groupBy('state')
    .execute()
  const counts = Object.fromEntries(counted.map(({ state, count }) => [state, Number(count)])) as Partial<
    Record<RowState, number>
  >
  const conflicts = Number(counted.find(({ state }) => state === 'refused')?.conflicts ?? 0)
  const { id, state, reached, total, createdAt, updatedAt, by } = row
  return { id, state, reached, total, createdAt, updatedAt, by, props: parseRun(row).props, counts, conflicts }
}

export type FoundRun = NonNullable<Awaited<ReturnType<typeof findRun>>>

/** A page of the rows of a run, or those in one state, each with whom it is about. */
export async function listRunRows(
  db: Kysely<Database>,
  { runId, state, cursor }: { runId: string; state: RowState | null; cursor: Cursor },
) {
  const { rows, steps } = await keysetPage(named(rowsOf(db, runId, state)), {
    keys: [['runRows.position', 'asc']],
    cursor,
    size: PEOPLE_PAGE,
    anchor: rowsOf(db, runId, null),
  })
  return { steps, rows: rows.map(read) }
}

export type RunRow = Awaited<ReturnType<typeof listRunRows>>['rows'][number]

/** All rows in one state, for a file. */
export async function everyRunRow(db: Kysely<Database>, { runId, state }: { runId: string; state: RowState }) {
  return (
    await named(rowsOf(db, runId, state))
      .orderBy('runRows.position')
      .execute()
  ).map(read)
}

function rowsOf(db: Kysely<Database>, runId: string, state: RowState | null) {
  return db
    .selectFrom('runRows')
    .where('runRows.runId', '=', runId)
    .$if(state !== null, (query) => query.where('runRows.state', '=', state!))
}

function named(query: ReturnType<typeof rowsOf>) {
  return (
    query
      .leftJoin('registrations', 'registrations.id', 'runRows.subjectId')
      .leftJoin('people', 'people.id', 'registrations.personId')
      .select(['runRows.position', 'runRows.subjectId', 'runRows.state', 'runRows.before', 'runRows.after'])
      .select(['runRows.problem', 'registrations.code', 'people.fullName', 'people.latinName'])
      // Within its run a row is known by its place.
      .select(sql<string>`cast(run_rows.position as char)`.as('id'))
  )
}

function read<Row extends { before: string; after: string }>({ before, after, ...row }: Row) {
  return { ...row, before: parseImage(before), after: parseImage(after) }
}
