import type { Kysely } from 'kysely'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { writeFacts } from '#app/applications/applying/write-facts.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface OverruleEligibility {
  applicationId: string
  /** `by-rules`: what the rules say holds again. */
  verdict: 'eligible' | 'ineligible' | 'by-rules'
  reason: string
  /** The version of the application that was looked at. */
  version: number
  accountId: string
  now: Instant
}

/** A named person says whether an applicant is eligible, and why, whatever the rules say; or gives it back to the rules. */
export async function overruleEligibility(
  db: Kysely<Database>,
  { applicationId, verdict, reason, version, accountId, now }: OverruleEligibility,
): Promise<Result<void, 'offer-stale' | 'busy'>> {
  const { callId, language, eventId } = await db
    .selectFrom('applications')
    .select(['callId', 'language', 'eventId'])
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const call = await readCall(db, { callId, language })
  return await transact<void, 'offer-stale'>(db, async (db) => {
    const before = await db
      .selectFrom('applications')
      .select(['eligibility', 'eligibilityBy'])
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    const said =
      verdict === 'by-rules'
        ? { eligibilityBy: null, eligibilityNote: '' }
        : { eligibility: verdict, eligibilityBy: accountId, eligibilityNote: reason }
    const { numUpdatedRows } = await db
      .updateTable('applications')
      .set((row) => ({ ...said, updatedAt: now, version: row('version', '+', 1) }))
      .where('id', '=', applicationId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'offer-stale' as const })
    if (verdict === 'by-rules' && call) await writeFacts(db, { call, applicationId, now })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'application.judged',
        objectKind: 'application',
        objectId: applicationId,
        eventId,
        before: { eligibility: before.eligibility, isByPerson: before.eligibilityBy !== null },
        after: { eligibility: verdict, isByPerson: verdict !== 'by-rules' },
      },
    ])
  })
}
