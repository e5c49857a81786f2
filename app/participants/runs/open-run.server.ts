import { type Kysely, sql, type SqlBool } from 'kysely'
import { parseRun, type Run } from './run-kinds.ts'
import type { Database, RunsTable } from '#db/schema.ts'

/** A run that there is something to do for. */
export interface OpenRun {
  run: Run
  state: RunsTable['state']
  reached: number
  total: number
}

/** The run that has waited longest; null when there is nothing to do. */
export async function findOpenRun(db: Kysely<Database>, runId?: string): Promise<OpenRun | null> {
  const row = await db
    .selectFrom('runs')
    .select(['id', 'eventId', 'props', 'createdBy', 'state', 'reached', 'total'])
    .where('state', 'in', ['preview', 'waiting', 'running', 'undoing'])
    .where(sql<SqlBool>`(state <> 'preview' or reached < total)`)
    .$if(runId !== undefined, (query) => query.where('id', '=', runId!))
    .orderBy('createdAt')
    .orderBy('id')
    .executeTakeFirst()
  return row ? { run: parseRun(row), state: row.state, reached: row.reached, total: row.total } : null
}
