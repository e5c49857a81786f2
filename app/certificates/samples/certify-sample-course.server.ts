import type { Kysely } from 'kysely'
import { askNames } from '../ask-names.server.ts'
import { issueCertificates } from '../issue-certificates.server.ts'
import { reissueCertificates } from '../reissue-certificates.server.ts'
import { revokeCertificate } from '../revoke-certificate.server.ts'
import type { Issuer } from '../write-certificates.server.ts'
import { writeName } from '../write-name.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface AgreedName {
  registrationId: string
  name: string
  latinName: string
  at: Instant
}

interface SampleCertificates {
  eventId: string
  accountId: string
  /** Agreed to before certificates were issued, and what was put right or agreed to afterwards, in time order. */
  names: { askedAt: Instant; before: AgreedName[]; after: AgreedName[] }
  issuedAt: Instant
  reissued: { registrationId: string; reason: string; at: Instant }[]
  revoked: { registrationId: string; reason: string; at: Instant }[]
}

/** Issues the certificates of a sample, one or the other anew, and takes some back; again without effect. */
export async function certifySampleCourse(
  db: Kysely<Database>,
  issuer: Issuer,
  { eventId, accountId, names, issuedAt, reissued, revoked }: SampleCertificates,
): Promise<Result<void>> {
  const own = { eventId, accountId }
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('certificates').select('id').where('eventId', '=', eventId).limit(1).execute()
    if (known.length > 0) return
    await askNames(db, { eventId, actor: { kind: 'account', id: accountId }, now: names.askedAt })
    for (const name of names.before) await agree(db, { eventId, ...name, seen: '' })
    await issueCertificates(db, issuer, { ...own, now: issuedAt })
    const agreed = new Map(names.before.map(({ registrationId, at }) => [registrationId, at]))
    for (const name of names.after) await agree(db, { eventId, ...name, seen: agreed.get(name.registrationId) ?? '' })
    for (const { at, ...one } of reissued) await reissueCertificates(db, issuer, { ...own, ...one, now: at })
    for (const { at, ...one } of revoked) await revokeCertificate(db, { ...own, ...one, now: at })
  })
}

async function agree(
  db: Kysely<Database>,
  { at, ...name }: AgreedName & { eventId: string; seen: string },
): Promise<void> {
  await writeName(db, { ...name, by: 'person', until: null, actor: { kind: 'visitor' }, now: at })
}
