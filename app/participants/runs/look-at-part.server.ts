import type { Kysely } from 'kysely'
import { claimPart, nextRows, writeRows } from './chunk-rows.server.ts'
import type { OpenRun } from './open-run.server.ts'
import { rulesOfKind } from './rules-of-kind.server.ts'
import type { Row } from './run-kinds.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 200

/**
 * Looks at the next rows of a run before anything is done: each gets what will become of it, or why it cannot. Inside a
 * transaction; false when somebody else has, or the run is over.
 */
export async function lookAtPart(
  db: Kysely<Database>,
  { run, reached, total }: OpenRun,
  now: Instant,
): Promise<boolean> {
  const rows = await nextRows(db, { runId: run.id, reached, limit: AT_ONCE })
  const to = rows.length < AT_ONCE ? total : rows.at(-1)!.position
  if (!(await claimPart(db, { runId: run.id, from: reached, to, states: ['preview'] }))) return false
  const open = rows.filter(({ state }) => state === 'waiting')
  const looked = open.length === 0 ? [] : await rulesOfKind(run.props.kind).look(db, { run, rows: open, now })
  await writeRows(
    db,
    run.id,
    open.map((row, at): Row => ({ ...row, ...looked[at]! })),
  )
  await db
    .updateTable('runs')
    .set((row) => ({ refused: row('refused', '+', looked.filter(({ state }) => state === 'refused').length) }))
    .where('id', '=', run.id)
    .execute()
  return true
}
