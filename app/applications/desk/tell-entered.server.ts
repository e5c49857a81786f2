import type { Kysely } from 'kysely'
import { tellApplicant } from '#app/applications/applying/tell-applicant.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Tells somebody that an organizer wrote down an application for them, with the link to it; the log says who did. */
export async function tellEntered(
  db: Kysely<Database>,
  { applicationId, eventId, now, actor }: { applicationId: string; eventId: string; now: Instant; actor: Actor },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    await tellApplicant(db, { applicationId, template: 'application-link', now })
    const entry = { actor, action: 'application.entered', objectKind: 'application', objectId: applicationId, eventId }
    await recordAudit(db, now, [{ ...entry, after: { channel: 'on-behalf' } }])
  })
}
