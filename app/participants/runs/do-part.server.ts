import type { Kysely } from 'kysely'
import { claimPart, nextRows, writeRows } from './chunk-rows.server.ts'
import type { RunPorts } from './kind-rules.server.ts'
import type { OpenRun } from './open-run.server.ts'
import { recordEnd } from './record-run.server.ts'
import { rulesOfKind } from './rules-of-kind.server.ts'
import { AT_ONCE, cannot, type Looked, problemOf, type Row } from './run-kinds.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { attempt } from '#db/transact.ts'

/**
 * Does the next rows of a run, inside a transaction: each is looked at again, and one that is refused is taken back
 * alone. That it stands where it stands is part of the same transaction, so no row is done twice. False when somebody
 * else works on it, or it was stopped.
 */
export async function doPart(
  db: Kysely<Database>,
  { run, reached, total }: OpenRun,
  { ports, now }: { ports: RunPorts; now: Instant },
): Promise<boolean> {
  const limit = AT_ONCE[run.props.kind]
  const rows = await nextRows(db, { runId: run.id, reached, limit })
  const to = rows.length < limit ? total : rows.at(-1)!.position
  if (!(await claimPart(db, { runId: run.id, from: reached, to, states: ['waiting', 'running'] }))) return false
  const open = rows.filter(({ state }) => state === 'waiting')
  const rules = rulesOfKind(run.props.kind)
  const looked = open.length === 0 ? [] : await rules.look(db, { run, rows: open, now })
  const actor = { kind: 'account' as const, id: run.createdBy }
  const ended: Row[] = []
  for (const [at, row] of open.entries()) {
    const fresh = looked[at]!
    // What a person agreed to is what they were shown; what it was before is as it is now.
    const given = { ...row, before: fresh.state === 'waiting' ? fresh.before : row.before, subjectId: row.subjectId! }
    ended.push(
      fresh.state === 'waiting'
        ? await doRow(db, given, async (db) => await rules.act(db, { run, row: given, ports, now, actor }))
        : { ...row, ...left(row, fresh) },
    )
  }
  await writeRows(db, run.id, ended)
  const count = (state: Row['state']) => ended.filter((row) => row.state === state).length
  const isDone = to >= total
  await db
    .updateTable('runs')
    .set((row) => ({
      state: isDone ? 'done' : 'running',
      done: row('done', '+', count('done')),
      refused: row('refused', '+', count('refused')),
      updatedAt: now,
    }))
    .where('id', '=', run.id)
    .execute()
  if (isDone) await recordEnd(db, run, 'run.done', now)
  return true
}

/** What became impossible, or was done by somebody else, since it was looked at. */
function left(row: Row, { state, problem }: Looked): Pick<Row, 'state' | 'problem'> {
  return { state: state === 'same' ? 'same' : 'refused', problem: problem || row.problem }
}

async function doRow(
  db: Kysely<Database>,
  row: Row,
  act: (db: Kysely<Database>) => Promise<Pick<Row, 'before' | 'after'>>,
): Promise<Row> {
  const done = await attempt(db, act)
  if (!done.ok) return { ...row, ...cannot(problemOf(done.refusals[0]), row.before, row.after) }
  return { ...row, state: 'done', before: done.value.before, after: done.value.after, problem: '' }
}
