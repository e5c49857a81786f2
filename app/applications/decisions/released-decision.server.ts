import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * What an applicant may know of the decision about them: nothing before the mails of its release leave. `place` is that
 * on the reserve list now; null for who is not on it any more.
 */
export async function releasedDecision(
  db: Kysely<Database>,
  { applicationId, now }: { applicationId: string; now: Instant },
) {
  const row = await db
    .selectFrom('decisions')
    .innerJoin('decisionReleases as release', 'release.id', 'decisions.releaseId')
    .select(['decisions.kind', 'decisions.choiceId', 'decisions.packageId', 'decisions.place', 'decisions.reason'])
    .select('release.sendAt')
    .where('decisions.applicationId', '=', applicationId)
    .where('decisions.releasedAt', 'is not', null)
    .where('release.state', '<>', 'undone')
    .where('release.sendAt', '<=', now)
    .executeTakeFirst()
  return row ?? null
}
