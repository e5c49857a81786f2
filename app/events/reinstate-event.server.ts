import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import type { ChangeEventStatus } from './publishing/publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReinstateRefusal = 'not-called-off' | 'date-over'

/**
 * An event that was cancelled or postponed is held after all, on the date that it has. Seats that a cancelling has ended
 * do not come back: their people may have been told, and paid back. Refused when that date is over: it needs another one
 * first.
 */
export async function reinstateEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: ChangeEventStatus,
): Promise<Result<void, ReinstateRefusal | 'busy'>> {
  return await transact<void, ReinstateRefusal>(db, async (db) => {
    const event = await db
      .selectFrom('events')
      .select(['status', 'postponedAt', 'publishedAt', 'endsAt'])
      .where('id', '=', eventId)
      .executeTakeFirst()
    const wasPublic = event?.status === 'cancelled' && event.publishedAt !== null
    const isCalledOff = wasPublic || (event?.status === 'published' && event.postponedAt !== null)
    if (!event || !isCalledOff) throw new Refused({ code: 'not-called-off' as const })
    if (event.endsAt <= now) throw new Refused({ code: 'date-over' as const })
    const reinstated = await db
      .updateTable('events')
      .set({ status: 'published', cancelledAt: null, postponedAt: null })
      .where('id', '=', eventId)
      .where('status', '=', event.status)
      .where((eb) => eb.or([eb('status', '=', 'cancelled'), eb('postponedAt', 'is not', null)]))
      .executeTakeFirst()
    if (reinstated.numUpdatedRows === 0n) throw new Refused({ code: 'not-called-off' as const })
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.reinstated',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { status: event.status, postponedAt: event.postponedAt },
        after: { status: 'published', postponedAt: null },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}
