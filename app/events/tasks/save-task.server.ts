import type { Kysely } from 'kysely'
import type { TaskForm } from './task-form.ts'
import { seenOfTask, taskOwners } from './task-queries.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveTask {
  eventId: string
  /** Null for a new one. */
  taskId: string | null
  form: TaskForm
  now: Instant
  actor: Actor
}

export type TaskRefusal = 'task-owner' | 'offer-stale' | 'gone'

/** Adds a task, or changes one. Its title stays out of the log: it may name people. */
export async function saveTask(
  db: Kysely<Database>,
  { eventId, taskId, form, now, actor }: SaveTask,
): Promise<Result<{ id: string }, TaskRefusal | 'busy'>> {
  return await transact<{ id: string }, TaskRefusal>(db, async (db) => {
    const columns = { title: form.title, dueOn: form.dueOn ?? null, ownerId: form.ownerId ?? null }
    const known = taskId === null ? null : await lockTask(db, eventId, taskId)
    if (known && form.seen && form.seen !== seenOfTask(known)) throw new Refused({ code: 'offer-stale' as const })
    if (columns.ownerId !== null && columns.ownerId !== known?.ownerId)
      await refuseStranger(db, eventId, columns.ownerId)
    const id = taskId ?? newId(now)
    if (known === null)
      await db
        .insertInto('eventTasks')
        .values({ id, eventId, ...columns, doneAt: null, doneBy: null, createdAt: now })
        .execute()
    else await db.updateTable('eventTasks').set(columns).where('id', '=', id).execute()
    const { dueOn, ownerId } = columns
    await recordAudit(db, now, [
      {
        actor,
        action: known === null ? 'task.added' : 'task.changed',
        objectKind: 'task',
        objectId: id,
        eventId,
        ...(known ? { before: { dueOn: known.dueOn, ownerId: known.ownerId } } : {}),
        after: { dueOn, ownerId },
      },
    ])
    return { id }
  })
}

/** A task of the event, held until the transaction ends. @throws `gone` */
export async function lockTask(db: Kysely<Database>, eventId: string, taskId: string) {
  const own = db.selectFrom('eventTasks').where('eventTasks.id', '=', taskId).where('eventTasks.eventId', '=', eventId)
  // A write that changes nothing, so that on both databases the row is ours from here on.
  await db
    .updateTable('eventTasks')
    .set((row) => ({ createdAt: row.ref('createdAt') }))
    .where('id', '=', taskId)
    .where('eventId', '=', eventId)
    .execute()
  const task = await own.selectAll().executeTakeFirst()
  if (!task) throw new Refused({ code: 'gone' as const })
  return task
}

async function refuseStranger(db: Kysely<Database>, eventId: string, ownerId: string): Promise<void> {
  const event = await db
    .selectFrom('events')
    .select(['id', 'seriesId'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const owners = await taskOwners(db, event)
  if (!owners.some(({ id }) => id === ownerId)) throw new Refused({ code: 'task-owner' as const, field: 'ownerId' })
}
