import type { Kysely } from 'kysely'
import type { CertificateClaim, CertificateContent } from './certificate.ts'
import { isSignedBy, readCompact } from './jws.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export type Checked =
  /** Nothing that could be a signed certificate. */
  | { is: 'unreadable' }
  /** Signed by nobody whom we know, or changed since. */
  | { is: 'forged' }
  | {
      is: 'genuine' | 'older' | 'revoked' | 'erased'
      serial: string
      version: number
      content: CertificateContent
      revokedAt: Instant | null
      reason: string
    }

/** Says whether a signed certificate that somebody brings is ours, and whether it is still what we say. */
export async function checkStatement(db: Kysely<Database>, jws: string): Promise<Checked> {
  const read = readCompact(jws)
  if (!read) return { is: 'unreadable' }
  const key = await db.selectFrom('certificateKeys').selectAll().where('id', '=', read.keyId).executeTakeFirst()
  if (!key || !isSignedBy(jws, key)) return { is: 'forged' }
  const claim = read.payload as CertificateClaim
  const row = await db
    .selectFrom('certificates')
    .select(['state', 'version', 'signature', 'revokedAt', 'reason', 'erasedAt'])
    .where('serial', '=', claim.serial)
    .executeTakeFirst()
  // Ours, of an installation whose backup is older than it: we do not stand by what we do not know.
  if (!row) return { is: 'forged' }
  const is =
    row.erasedAt !== null ? 'erased' : row.state === 'revoked' ? 'revoked' : row.signature === jws ? 'genuine' : 'older'
  const { serial, version, certificate: content } = claim
  return { is, serial, version, content, revokedAt: row.revokedAt, reason: is === 'revoked' ? row.reason : '' }
}
