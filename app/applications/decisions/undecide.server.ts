import type { Kysely } from 'kysely'
import { closeGaps } from './close-gaps.server.ts'
import { lockCall } from './lock-call.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Takes a decision back that was not released: the application waits for one again. */
export async function undecide(
  db: Kysely<Database>,
  { callId, applicationId, now, actor }: { callId: string; applicationId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'gone' | 'call-cancelled' | 'decision-released' | 'busy'>> {
  return await transact<void, 'gone' | 'call-cancelled' | 'decision-released'>(db, async (db) => {
    await lockCall(db, callId)
    const decision = await db
      .selectFrom('decisions')
      .innerJoin('calls', 'calls.id', 'decisions.callId')
      .select(['decisions.kind', 'decisions.choiceId', 'decisions.releaseId', 'calls.eventId'])
      .where('decisions.applicationId', '=', applicationId)
      .where('decisions.callId', '=', callId)
      .executeTakeFirst()
    if (!decision) throw new Refused({ code: 'gone' })
    if (decision.releaseId !== null) throw new Refused({ code: 'decision-released' })
    await db.deleteFrom('decisions').where('applicationId', '=', applicationId).execute()
    await closeGaps(db, { callId, choiceIds: [decision.choiceId ?? ''] })
    await recordAudit(db, now, [
      {
        actor,
        action: 'decision.removed',
        objectKind: 'decision',
        objectId: applicationId,
        eventId: decision.eventId,
        before: { kind: decision.kind },
      },
    ])
  })
}
