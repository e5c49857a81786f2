import type { Kysely } from 'kysely'
import { moveRequest, tellOfRequest } from './move-request.server.ts'
import { publishEvent, type PublishRefusal } from './publish-event.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const SYSTEM = { kind: 'system' as const }

/** What trying again would not change; all else is left to the next run, or to the process that did it meanwhile. */
const FINAL: string[] = ['not-ready', 'is-template', 'event-ended'] satisfies PublishRefusal[]

/**
 * Publishes the events whose agreed time has come, each once whoever comes first, after another look at the checklist.
 * Where that says no, the request has failed; either way those who asked and agreed are told.
 */
export async function publishDue(
  db: Kysely<Database>,
  { now, limit = 20 }: { now: Instant; limit?: number },
): Promise<{ published: number; failed: number; isMore: boolean }> {
  const due = await db
    .selectFrom('publishRequests')
    .select(['id', 'eventId', 'askedBy', 'decidedBy'])
    .where('state', '=', 'agreed')
    .where('publishAt', '<=', now)
    .orderBy('publishAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  let [published, failed] = [0, 0]
  for (const request of due) {
    const one = await publishOne(db, request, now)
    if (one.ok) published++
    else if (one.refusals.every(({ code }) => FINAL.includes(code)) && (await giveUp(db, request, now)).ok) failed++
  }
  return { published, failed, isMore: due.length === limit && published + failed > 0 }
}

interface Due {
  id: string
  eventId: string
  askedBy: string
  decidedBy: string | null
}

async function publishOne(db: Kysely<Database>, due: Due, now: Instant): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    await moveRequest(db, { requestId: due.id, from: ['agreed'], to: 'done', now, actor: SYSTEM })
    const isPublished = await publishEvent(db, { eventId: due.eventId, isAgreed: true, now, actor: SYSTEM })
    if (!isPublished.ok) throw new Refused(...isPublished.refusals)
    await tell(db, 'publish-done', due, now)
  })
}

async function giveUp(db: Kysely<Database>, due: Due, now: Instant): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    await moveRequest(db, { requestId: due.id, from: ['agreed'], to: 'failed', now, actor: SYSTEM })
    await tell(db, 'publish-failed', due, now)
  })
}

async function tell(db: Kysely<Database>, template: 'publish-done' | 'publish-failed', due: Due, now: Instant) {
  const { id: requestId, eventId, askedBy, decidedBy } = due
  await tellOfRequest(db, { template, requestId, eventId, accountIds: [askedBy, decidedBy], now })
}
