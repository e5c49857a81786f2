import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import { findPublishFacts } from './find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from './publish-checklist.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ChangeEventStatus {
  eventId: string
  now: Instant
  actor: Actor
}

/** Shows a draft to everybody, when nothing that stops it is left on its checklist. Publishing twice is publishing once. */
export async function publishEvent(
  db: Kysely<Database>,
  { eventId, now, actor }: ChangeEventStatus,
): Promise<Result<void, 'not-ready' | 'event-ended' | 'busy'>> {
  return await transact<void, 'not-ready' | 'event-ended'>(db, async (db) => {
    const facts = await findPublishFacts(db, eventId)
    if (!facts) throw new Refused({ code: 'event-ended' as const })
    const stops = stopsOf(publishChecklist(facts, wallClock(now, facts.zone).day))
    if (stops.length > 0) throw new Refused({ code: 'not-ready' as const, details: { count: stops.length } })
    const published = await db
      .updateTable('events')
      .set({ status: 'published', publishedAt: now })
      .where('id', '=', eventId)
      .where('status', '=', 'draft')
      .executeTakeFirst()
    if (published.numUpdatedRows === 0n) return await refuseCancelled(db, eventId)
    await recordAudit(db, now, [
      {
        actor,
        action: 'event.published',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { status: 'draft' },
        after: { status: 'published' },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

async function refuseCancelled(db: Kysely<Database>, eventId: string): Promise<void> {
  const event = await db.selectFrom('events').select('status').where('id', '=', eventId).executeTakeFirst()
  if (event?.status === 'cancelled') throw new Refused({ code: 'event-ended' as const })
}
