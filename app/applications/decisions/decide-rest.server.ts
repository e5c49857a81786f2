import type { Kysely } from 'kysely'
import { type DecideRefusal, decide } from './decide.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Declines every application that was sent in and that nobody decided about, with one reason for all. */
export async function declineRest(
  db: Kysely<Database>,
  { callId, reason, now, actor }: { callId: string; reason: string; now: Instant; actor: Actor },
): Promise<Result<number, DecideRefusal | 'busy'>> {
  const rest = await db
    .selectFrom('applications')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .select('applications.id')
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .where('decisions.applicationId', 'is', null)
    .orderBy('applications.number')
    .execute()
  const decisions = rest.map(({ id }) => ({ applicationId: id, kind: 'decline' as const, reason, version: 0 }))
  return await decide(db, { callId, decisions, now, actor })
}
