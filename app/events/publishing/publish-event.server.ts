import type { Kysely } from 'kysely'
import { eventChanged } from '../event-changed.server.ts'
import { findPublishFacts } from './find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from './publish-checklist.ts'
import { refuseTemplate } from '../templates/refuse-template.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ChangeEventStatus {
  eventId: string
  now: Instant
  actor: Actor
}

export type PublishRefusal = 'is-template' | 'not-ready' | 'needs-review' | 'event-ended'

/**
 * Shows a draft to everybody, when nothing that stops it is left on its checklist. Publishing twice is publishing once.
 * Where its series wants another organizer's word, that has to be there (`isAgreed`).
 */
export async function publishEvent(
  db: Kysely<Database>,
  { eventId, isAgreed = false, now, actor }: ChangeEventStatus & { isAgreed?: boolean },
): Promise<Result<void, PublishRefusal | 'busy'>> {
  return await transact<void, PublishRefusal>(db, async (db) => {
    await refuseTemplate(db, eventId)
    if (!isAgreed) await refuseUnagreed(db, eventId)
    const facts = await findPublishFacts(db, eventId)
    if (!facts) throw new Refused({ code: 'event-ended' as const })
    const stops = stopsOf(publishChecklist(facts, now))
    if (stops.length > 0) throw new Refused({ code: 'not-ready' as const, details: { count: stops.length } })
    const published = await db
      .updateTable('events')
      .set({ status: 'published', publishedAt: now })
      .where('id', '=', eventId)
      .where('status', '=', 'draft')
      .where('isTemplate', '=', 0)
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
    await db
      .updateTable('publishRequests')
      .set({ state: 'done', openKey: null, updatedAt: now })
      .where('openKey', '=', eventId)
      .execute()
    await eventChanged(db, eventId, now)
  })
}

async function refuseUnagreed(db: Kysely<Database>, eventId: string): Promise<void> {
  const draft = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select('series.needsReview')
    .where('events.id', '=', eventId)
    .where('events.status', '=', 'draft')
    .executeTakeFirst()
  if (draft?.needsReview === 1) throw new Refused({ code: 'needs-review' as const })
}

async function refuseCancelled(db: Kysely<Database>, eventId: string): Promise<void> {
  const event = await db.selectFrom('events').select('status').where('id', '=', eventId).executeTakeFirst()
  if (event?.status === 'cancelled') throw new Refused({ code: 'event-ended' as const })
}
