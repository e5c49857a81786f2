import type { Kysely } from 'kysely'
import { issueCertificates } from './issue-certificates.server.ts'
import type { Issuer } from './write-certificates.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** After how long an issue that has not ended was broken off. */
const PATIENCE_MINUTES = 5

/** Goes on with what a dead process left half issued, under the name of who had pressed the button. */
export async function continueIssues(
  db: Kysely<Database>,
  issuer: Issuer,
  { now }: { now: Instant },
): Promise<{ issued: number }> {
  const left = await db
    .selectFrom('certificateRules')
    .select(['eventId', 'issuingBy'])
    .where('issuingAt', '<', addMinutes(now, -PATIENCE_MINUTES))
    .execute()
  let issued = 0
  for (const { eventId, issuingBy } of left) {
    const result = await issueCertificates(db, issuer, { eventId, accountId: issuingBy, now })
    if (result.ok) issued += result.value.issued
  }
  return { issued }
}
