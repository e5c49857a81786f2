import type { Kysely } from 'kysely'
import { lockList } from './lock-list.server.ts'
import type { Rules } from './queue.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** How an event's waiting list works from now on; offers that are open keep the terms that they were made on. */
export async function saveWaitingListRules(
  db: Kysely<Database>,
  { eventId, rules, actor, now }: { eventId: string; rules: Rules; actor: Actor; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    await lockList(db, eventId)
    const { eventId: _, ...before } = await db
      .selectFrom('waitingListRules')
      .selectAll()
      .where('eventId', '=', eventId)
      .executeTakeFirstOrThrow()
    await db.updateTable('waitingListRules').set(rules).where('eventId', '=', eventId).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'waiting-list.rules',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { ...before },
        after: { ...rules },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
