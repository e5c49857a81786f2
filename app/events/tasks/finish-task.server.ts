import type { Kysely } from 'kysely'
import { lockTask } from './save-task.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface FinishTask {
  eventId: string
  taskId: string
  isDone: boolean
  now: Instant
  actor: Actor
}

/** Says that a task is done, or that it is not; what is said already is said once. */
export async function finishTask(
  db: Kysely<Database>,
  { eventId, taskId, isDone, now, actor }: FinishTask,
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const task = await lockTask(db, eventId, taskId)
    if ((task.doneAt !== null) === isDone) return
    await db
      .updateTable('eventTasks')
      .set({ doneAt: isDone ? now : null, doneBy: isDone ? (actor.id ?? null) : null })
      .where('id', '=', taskId)
      .execute()
    const action = isDone ? 'task.done' : 'task.reopened'
    await recordAudit(db, now, [{ actor, action, objectKind: 'task', objectId: taskId, eventId }])
  })
}
