import type { Kysely } from 'kysely'
import { findPublishFacts } from './find-publish-facts.server.ts'
import { tellOfRequest } from './move-request.server.ts'
import { publishChecklist, stopsOf } from './publish-checklist.ts'
import type { ChangeEventStatus } from './publish-event.server.ts'
import { findPublishing } from './request-queries.server.ts'
import { reviewersOf } from './reviewers.server.ts'
import { refuseTemplate } from '../templates/refuse-template.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface RequestPublishing extends ChangeEventStatus {
  /** Null: as soon as it is agreed. */
  publishAt: Instant | null
  /** Whether another organizer is to look first; where the series wants it, they always do. */
  isReviewed: boolean
  note: string
}

export type RequestRefusal =
  | 'is-template'
  | 'not-draft'
  | 'request-open'
  | 'publish-past'
  | 'publish-late'
  | 'not-ready'
  | 'nobody-to-review'

/**
 * Asks that a draft be published: at a time, or once another organizer agrees, or both. What stops it then and is known
 * today is said today. Those who may agree are told by mail.
 */
export async function requestPublishing(
  db: Kysely<Database>,
  { eventId, publishAt, isReviewed, note, now, actor }: RequestPublishing,
): Promise<Result<{ id: string; state: 'asked' | 'agreed' }, RequestRefusal | 'busy'>> {
  return await transact<{ id: string; state: 'asked' | 'agreed' }, RequestRefusal>(db, async (db) => {
    await refuseTemplate(db, eventId)
    const event = await findPublishing(db, eventId)
    if (event.status !== 'draft') throw new Refused({ code: 'not-draft' as const })
    if (publishAt !== null && publishAt <= now) throw new Refused({ code: 'publish-past', field: 'publishAt' })
    const facts = (await findPublishFacts(db, eventId))!
    const stops = stopsOf(publishChecklist(facts, now))
    if (stops.length > 0) throw new Refused({ code: 'not-ready', details: { count: stops.length } })
    if (publishAt !== null && stopsOf(publishChecklist(facts, publishAt)).length > 0)
      throw new Refused({ code: 'publish-late', field: 'publishAt' })
    const askedBy = actor.id ?? ''
    const isAsked = isReviewed || event.needsReview
    const reviewers = isAsked ? await reviewersOf(db, event, askedBy) : []
    if (isAsked && reviewers.length === 0) throw new Refused({ code: 'nobody-to-review' })
    const [id, state] = [newId(now), isAsked ? ('asked' as const) : ('agreed' as const)]
    const inserted = await db
      .insertInto('publishRequests')
      .ignore()
      .values({
        id,
        eventId,
        openKey: eventId,
        state,
        publishAt,
        note,
        askedBy,
        askedAt: now,
        decidedBy: isAsked ? null : askedBy,
        decidedAt: isAsked ? null : now,
        answer: '',
        updatedAt: now,
      })
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Refused({ code: 'request-open' })
    await recordAudit(db, now, [
      {
        actor,
        action: `publish-request.${state}`,
        objectKind: 'publish-request',
        objectId: id,
        eventId,
        after: { state, publishAt },
      },
    ])
    const accountIds = reviewers.map(({ accountId }) => accountId)
    await tellOfRequest(db, { template: 'publish-asked', requestId: id, eventId, accountIds, now })
    return { id, state }
  })
}
