import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import type { ChangeEventStatus } from './publishing/publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Marks a published event as cancelled: it stays on the site and in the calendars as such. What becomes of its
 * registrations is `callOffEvent`; they stay ended when `reinstateEvent` brings the event back.
 */
export async function cancelEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: ChangeEventStatus,
): Promise<Result<void, 'not-published' | 'busy'>> {
  return await transact<void, 'not-published'>(db, async (db) => {
    const cancelled = await db
      .updateTable('events')
      .set({ status: 'cancelled', cancelledAt: now })
      .where('id', '=', eventId)
      .where('status', '=', 'published')
      .executeTakeFirst()
    if (cancelled.numUpdatedRows === 0n) throw new Refused({ code: 'not-published' as const })
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.cancelled',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { status: 'published' },
        after: { status: 'cancelled' },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
