import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import type { ChangeEventStatus } from './publishing/publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type PostponeRefusal = 'not-published' | 'postponed-already' | 'date-over'

/**
 * Takes the date from a published event that will be held, nobody knows when. Its seats stay taken and nobody registers
 * meanwhile; calendars show the old date as called off (RFC 5545 has no word for it). A new date, by the details form,
 * ends it, and so does `reinstateEvent` for the old one.
 */
export async function postponeEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: ChangeEventStatus,
): Promise<Result<void, PostponeRefusal | 'busy'>> {
  return await transact<void, PostponeRefusal>(db, async (db) => {
    const postponed = await db
      .updateTable('events')
      .set({ postponedAt: now })
      .where('id', '=', eventId)
      .where('status', '=', 'published')
      .where('postponedAt', 'is', null)
      .where('endsAt', '>', now)
      .executeTakeFirst()
    if (postponed.numUpdatedRows === 0n) throw new Refused({ code: await whyNot(db, eventId) })
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.postponed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { postponedAt: null },
        after: { postponedAt: now },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

async function whyNot(db: Kysely<Database>, eventId: string): Promise<PostponeRefusal> {
  const event = await db
    .selectFrom('events')
    .select(['status', 'postponedAt'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (event?.status !== 'published') return 'not-published'
  return event.postponedAt === null ? 'date-over' : 'postponed-already'
}
