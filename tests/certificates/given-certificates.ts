import type { Kysely } from 'kysely'
import { NOW } from '#tests/support/now.ts'
import { issueCertificates } from '#app/certificates/issue-certificates.server.ts'
import { makeRule } from '#app/certificates/read-rule.server.ts'
import type { CertificateRulesTable, Database } from '#db/schema.ts'

export const ISSUER = { baseUrl: 'http://plenary.test', secret: 's'.repeat(40) }

/** A rule of an event; with nothing given everybody with a place gets one. */
export async function givenRule(
  db: Kysely<Database>,
  eventId: string,
  rule: Partial<CertificateRulesTable> = {},
): Promise<void> {
  await makeRule(db, eventId, NOW)
  await db
    .updateTable('certificateRules')
    .set({ minimumShare: 0, ...rule })
    .where('eventId', '=', eventId)
    .execute()
}

export async function issueAll(db: Kysely<Database>, eventId: string, now = NOW): Promise<number> {
  const issued = await issueCertificates(db, ISSUER, { eventId, accountId: null, now })
  if (!issued.ok) throw new Error(JSON.stringify(issued.refusals))
  return issued.value.issued
}

/** The certificates of an event, by number. */
export async function certificatesOf(db: Kysely<Database>, eventId: string) {
  return await db.selectFrom('certificates').selectAll().where('eventId', '=', eventId).orderBy('number').execute()
}
