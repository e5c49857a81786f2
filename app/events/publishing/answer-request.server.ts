import type { Kysely } from 'kysely'
import { moveRequest, tellOfRequest } from './move-request.server.ts'
import { type ChangeEventStatus, publishEvent, type PublishRefusal } from './publish-event.server.ts'
import { findPublishing } from './request-queries.server.ts'
import { mayAnswer } from './reviewers.server.ts'
import type { HeldRole } from '#app/people/rights.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface AnswerRequest extends ChangeEventStatus {
  requestId: string
  roles: HeldRole[]
  isAgreed: boolean
  answer: string
}

export type AnswerRefusal = 'request-over' | 'request-own' | 'answer-needed' | PublishRefusal

/**
 * Another organizer agrees that an event be published, or refuses and says why. Agreed without a time, or when that time
 * is over, it is published in the same transaction; what stops it is said to whoever agrees, and nothing is decided.
 */
export async function answerRequest(
  db: Kysely<Database>,
  { requestId, eventId, roles, isAgreed, answer, now, actor }: AnswerRequest,
): Promise<Result<{ isPublished: boolean }, AnswerRefusal | 'busy'>> {
  return await transact<{ isPublished: boolean }, AnswerRefusal>(db, async (db) => {
    const event = await findPublishing(db, eventId)
    const request = await db
      .selectFrom('publishRequests')
      .select(['askedBy', 'publishAt'])
      .where('id', '=', requestId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!request) throw new Refused({ code: 'request-over' })
    const { askedBy, publishAt } = request
    if (!mayAnswer({ accountId: actor.id ?? '', roles }, event, askedBy)) throw new Refused({ code: 'request-own' })
    if (!isAgreed && answer === '') throw new Refused({ code: 'answer-needed', field: 'answer' })
    const isDue = isAgreed && (publishAt === null || publishAt <= now)
    const to = !isAgreed ? 'refused' : isDue ? 'done' : 'agreed'
    const more = { decidedBy: actor.id ?? null, decidedAt: now, answer }
    await moveRequest(db, { requestId, from: ['asked'], to, more, now, actor })
    if (isDue) {
      const published = await publishEvent(db, { eventId, isAgreed: true, now, actor })
      if (!published.ok) throw new Refused(...published.refusals)
    }
    await tellOfRequest(db, { template: 'publish-answered', requestId, eventId, accountIds: [askedBy], now })
    return { isPublished: isDue }
  })
}

/** Takes back what was asked, as long as the event is not published. Any of its organizers may. */
export async function withdrawRequest(
  db: Kysely<Database>,
  { requestId, eventId, now, actor }: ChangeEventStatus & { requestId: string },
): Promise<Result<void, 'request-over' | 'busy'>> {
  return await transact<void, 'request-over'>(db, async (db) => {
    const own = await db
      .selectFrom('publishRequests')
      .select('id')
      .where('id', '=', requestId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!own) throw new Refused({ code: 'request-over' })
    await moveRequest(db, { requestId, from: ['asked', 'agreed'], to: 'withdrawn', now, actor })
  })
}
