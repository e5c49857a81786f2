import type { Kysely } from 'kysely'
import { parseImage, type Row } from './run-kinds.ts'
import type { Database, RunsTable } from '#db/schema.ts'

/** The next rows of a run behind where it stands, in their order. */
export async function nextRows(
  db: Kysely<Database>,
  { runId, reached, limit }: { runId: string; reached: number; limit: number },
): Promise<Row[]> {
  const rows = await db
    .selectFrom('runRows')
    .select(['position', 'subjectId', 'state', 'before', 'after', 'problem'])
    .where('runId', '=', runId)
    .where('position', '>', reached)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, before: parseImage(row.before), after: parseImage(row.after) }))
}

/**
 * Takes the next part of a run for oneself, inside the transaction that works on it: false when another process has,
 * or somebody stopped it.
 */
export async function claimPart(
  db: Kysely<Database>,
  { runId, from, to, states }: { runId: string; from: number; to: number; states: RunsTable['state'][] },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('runs')
    .set({ reached: to })
    .where('id', '=', runId)
    .where('reached', '=', from)
    .where('state', 'in', states)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes rows as they are now: two queries, however many they are. */
export async function writeRows(db: Kysely<Database>, runId: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .deleteFrom('runRows')
    .where('runId', '=', runId)
    .where(
      'position',
      'in',
      rows.map(({ position }) => position),
    )
    .execute()
  await insertRows(db, runId, rows)
}

export async function insertRows(db: Kysely<Database>, runId: string, rows: Row[]): Promise<void> {
  await db
    .insertInto('runRows')
    .values(
      rows.map(({ before, after, ...row }) => ({
        ...row,
        runId,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
      })),
    )
    .execute()
}
