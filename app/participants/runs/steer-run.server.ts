import type { Kysely } from 'kysely'
import { UNDOABLE, type RunKind } from './run-kinds.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, RunsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

type State = RunsTable['state']

export interface SteerRun {
  eventId: string
  runId: string
  now: Instant
  actor: Actor
}

export type SteerRefusal = 'gone' | 'run-not-ready' | 'run-not-so' | 'busy'

/** Lets a run that was looked at begin. Whoever says so answers for it. */
export async function startRun(db: Kysely<Database>, input: SteerRun): Promise<Result<void, SteerRefusal>> {
  return await steer(db, input, {
    from: ['preview'],
    to: 'waiting',
    also: ({ reached, total }) => {
      if (total === 0 || reached < total) throw new Refused({ code: 'run-not-ready' })
      return { reached: 0, createdBy: input.actor.id! }
    },
  })
}

/** What was done stays done; `goOn` goes on behind it. */
export async function stopRun(db: Kysely<Database>, input: SteerRun): Promise<Result<void, SteerRefusal>> {
  return await steer(db, input, { from: ['waiting', 'running'], to: 'stopped' })
}

export async function goOn(db: Kysely<Database>, input: SteerRun): Promise<Result<void, SteerRefusal>> {
  return await steer(db, input, { from: ['stopped'], to: 'waiting' })
}

/** Throws a preview away: nothing was done. */
export async function discardRun(db: Kysely<Database>, input: SteerRun): Promise<Result<void, SteerRefusal>> {
  return await steer(db, input, { from: ['preview'], to: 'discarded' })
}

/** Takes back what a run did, as far as it can be. */
export async function undoRun(db: Kysely<Database>, input: SteerRun): Promise<Result<void, SteerRefusal>> {
  return await steer(db, input, {
    from: ['done', 'stopped'],
    to: 'undoing',
    also: ({ kind, done }) => {
      if (!UNDOABLE.includes(kind as RunKind) || done === 0) throw new Refused({ code: 'run-not-so' })
      return { reached: 0, createdBy: input.actor.id! }
    },
  })
}

interface Step {
  from: State[]
  to: State
  also?: (run: { kind: string; reached: number; total: number; done: number }) => { reached: number; createdBy: string }
}

async function steer(
  db: Kysely<Database>,
  { eventId, runId, now, actor }: SteerRun,
  { from, to, also }: Step,
): Promise<Result<void, SteerRefusal>> {
  return await transact<void, SteerRefusal>(db, async (db) => {
    const run = await db
      .selectFrom('runs')
      .select(['kind', 'state', 'reached', 'total', 'done'])
      .where('id', '=', runId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!run) throw new Refused({ code: 'gone' })
    const more = from.includes(run.state) && also ? also(run) : {}
    const { numUpdatedRows } = await db
      .updateTable('runs')
      .set({ ...more, state: to, updatedAt: now })
      .where('id', '=', runId)
      .where('state', 'in', from)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'run-not-so' })
    await recordAudit(db, now, [
      {
        actor,
        action: `run.${to}`,
        objectKind: 'run',
        objectId: runId,
        eventId,
        before: { state: run.state },
        after: { state: to, done: run.done },
      },
    ])
  })
}
