import type { Kysely } from 'kysely'
import { claimPart, nextRows, writeRows } from './chunk-rows.server.ts'
import type { RunPorts } from './kind-rules.server.ts'
import type { OpenRun } from './open-run.server.ts'
import { recordEnd } from './record-run.server.ts'
import { rulesOfKind } from './rules-of-kind.server.ts'
import { AT_ONCE, problemOf, type Row } from './run-kinds.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { attempt } from '#db/transact.ts'

/**
 * Takes the next rows of a run back, inside a transaction. A row that somebody changed since stays as it is now, and
 * says so. False when somebody else works on it.
 */
export async function undoPart(
  db: Kysely<Database>,
  { run, reached, total }: OpenRun,
  { ports, now }: { ports: RunPorts; now: Instant },
): Promise<boolean> {
  const limit = AT_ONCE[run.props.kind]
  const rows = await nextRows(db, { runId: run.id, reached, limit })
  const to = rows.length < limit ? total : rows.at(-1)!.position
  if (!(await claimPart(db, { runId: run.id, from: reached, to, states: ['undoing'] }))) return false
  const { undo } = rulesOfKind(run.props.kind)
  const actor = { kind: 'account' as const, id: run.createdBy }
  const ended: Row[] = []
  for (const row of rows.filter(({ state, subjectId }) => state === 'done' && subjectId !== null)) {
    const given = { ...row, subjectId: row.subjectId! }
    const taken = await attempt(db, async (db) => await undo!(db, { run, row: given, ports, now, actor }))
    ended.push(taken.ok ? { ...row, state: 'undone', problem: '' } : { ...row, problem: whyNot(taken.refusals[0]) })
  }
  await writeRows(db, run.id, ended)
  const undone = ended.filter(({ state }) => state === 'undone').length
  const isDone = to >= total
  await db
    .updateTable('runs')
    .set((row) => ({
      state: isDone ? 'undone' : 'undoing',
      done: row('done', '-', undone),
      undone: row('undone', '+', undone),
      updatedAt: now,
    }))
    .where('id', '=', run.id)
    .execute()
  if (isDone) await recordEnd(db, run, 'run.undone', now)
  return true
}

/** A row that is no longer as the run left it is what `seat-gone` says of a single seat. */
function whyNot(refusal: Parameters<typeof problemOf>[0]): string {
  return refusal?.code === 'seat-gone' ? 'run.problem.changedSince' : problemOf(refusal)
}
