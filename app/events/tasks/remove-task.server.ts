import type { Kysely } from 'kysely'
import { lockTask } from './save-task.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export async function removeTask(
  db: Kysely<Database>,
  { eventId, taskId, now, actor }: { eventId: string; taskId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'busy'>> {
  return await transact<void, 'gone'>(db, async (db) => {
    const { dueOn, ownerId, doneAt } = await lockTask(db, eventId, taskId)
    await db.deleteFrom('eventTasks').where('id', '=', taskId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'task.removed',
        objectKind: 'task',
        objectId: taskId,
        eventId,
        before: { dueOn, ownerId, doneAt },
      },
    ])
  })
}
