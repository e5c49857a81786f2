import type { Kysely } from 'kysely'
import { type ReadinessCode, readinessDays } from './readiness.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface AddReadiness {
  eventId: string
  /** In the words of whoever adds them. */
  titles: Record<ReadinessCode, string>
  now: Instant
  actor: Actor
}

/** Adds the tasks that every workshop has, due so many days before it begins; those it has already stay as they are. */
export async function addReadiness(
  db: Kysely<Database>,
  { eventId, titles, now, actor }: AddReadiness,
): Promise<Result<number, 'busy'>> {
  return await transact(db, async (db) => {
    // Two clicks at a time add them once: the second waits here, and then sees those of the first.
    await db.updateTable('events').set({ updatedAt: now }).where('id', '=', eventId).execute()
    const [{ firstOn }, known] = await Promise.all([
      db.selectFrom('events').select('firstOn').where('id', '=', eventId).executeTakeFirstOrThrow(),
      db.selectFrom('eventTasks').select('title').where('eventId', '=', eventId).execute(),
    ])
    const wanted = readinessDays(firstOn).filter(({ code }) => !known.some(({ title }) => title === titles[code]))
    if (wanted.length === 0) return 0
    const rows = wanted.map(({ code, dueOn }) => ({ code, dueOn, id: newId(now) }))
    await db
      .insertInto('eventTasks')
      .values(
        rows.map(({ id, code, dueOn }) => ({
          id,
          eventId,
          title: titles[code],
          dueOn,
          ownerId: null,
          doneAt: null,
          doneBy: null,
          createdAt: now,
        })),
      )
      .execute()
    await recordAudit(
      db,
      now,
      rows.map(({ id, code, dueOn }) => ({
        actor,
        action: 'task.added',
        objectKind: 'task',
        objectId: id,
        eventId,
        after: { code, dueOn },
      })),
    )
    return rows.length
  })
}
