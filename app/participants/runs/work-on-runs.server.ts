import type { Kysely } from 'kysely'
import { doPart } from './do-part.server.ts'
import type { RunPorts } from './kind-rules.server.ts'
import { lookAtPart } from './look-at-part.server.ts'
import { findOpenRun, type OpenRun } from './open-run.server.ts'
import { undoPart } from './undo-part.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { inOwnTurn } from '#app/values/own-turn.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Works on the run that has waited longest, part by part, until there is nothing left to do for it or `stop` asks to
 * end; what was done stays done, and whoever comes next goes on behind it. Returns whether there was one.
 * @throws what went wrong beyond a single row; the run is stopped then, so that the others go on.
 */
export async function workOnRuns(
  db: Kysely<Database>,
  ports: RunPorts,
  { now, stop }: { now: Instant; stop?: AbortSignal },
): Promise<{ worked: boolean }> {
  const first = await findOpenRun(db)
  if (!first) return { worked: false }
  try {
    for (let open: OpenRun | null = first; open !== null;) {
      if (stop?.aborted) break
      const part: OpenRun = open
      const worked = await inOwnTurn(transact(db, async (db) => await workOnPart(db, ports, part, now)))
      // Another process works on it, somebody stopped it, or the database is busy: the next run looks again.
      if (!worked.ok || !worked.value) break
      open = await findOpenRun(db, part.run.id)
    }
  } catch (error) {
    await giveUp(db, first, now)
    throw error
  }
  return { worked: true }
}

async function workOnPart(db: Kysely<Database>, ports: RunPorts, open: OpenRun, now: Instant): Promise<boolean> {
  if (open.state === 'preview') return await lookAtPart(db, open, now)
  if (open.state === 'undoing') return await undoPart(db, open, { ports, now })
  return await doPart(db, open, { ports, now })
}

/** A preview that cannot be made is of no use; what was being done, or taken back, can be gone on with. */
async function giveUp(db: Kysely<Database>, { run, state }: OpenRun, now: Instant): Promise<void> {
  const to = state === 'preview' ? 'discarded' : state === 'undoing' ? 'done' : 'stopped'
  await db
    .updateTable('runs')
    .set({ state: to, updatedAt: now })
    .where('id', '=', run.id)
    .where('state', 'in', ['preview', 'waiting', 'running', 'undoing'])
    .execute()
}
