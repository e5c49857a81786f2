import type { Kysely, Selectable } from 'kysely'
import type { CertificateClaim } from './certificate.ts'
import { isSignedBy, readCompact } from './jws.ts'
import { readContent } from './write-certificates.server.ts'
import type { CertificatesTable, Database } from '#db/schema.ts'

/**
 * A certificate as anybody may read it who knows its number: from its own row, since that outlives the event and the
 * seat. Null when there is none.
 */
export async function findCertificate(db: Kysely<Database>, serial: string) {
  const row = await db.selectFrom('certificates').selectAll().where('serial', '=', serial).executeTakeFirst()
  if (!row) return null
  const [versions, key] = await Promise.all([
    db
      .selectFrom('certificateVersions')
      .select(['version', 'issuedAt'])
      .where('certificateId', '=', row.id)
      .orderBy('version')
      .execute(),
    db.selectFrom('certificateKeys').selectAll().where('id', '=', row.keyId).executeTakeFirst(),
  ])
  const isErased = row.erasedAt !== null
  return {
    serial: row.serial,
    state: isErased ? ('erased' as const) : row.state,
    number: row.number,
    version: row.version,
    content: isErased ? null : readContent(row.content),
    signature: isErased ? null : row.signature,
    /** Whether our own rows are as they were signed. */
    isIntact: isErased || (key !== undefined && isAsSigned(row, key)),
    issuedAt: row.issuedAt,
    reissuedAt: row.version > 1 ? (versions.at(-1)?.issuedAt ?? null) : null,
    revokedAt: row.revokedAt,
    reason: row.state === 'revoked' ? row.reason : '',
  }
}

export type FoundCertificate = NonNullable<Awaited<ReturnType<typeof findCertificate>>>

function isAsSigned(row: Selectable<CertificatesTable>, key: { id: string; publicKey: string }): boolean {
  const claim = readCompact(row.signature)?.payload as CertificateClaim | undefined
  return (
    claim !== undefined &&
    claim.serial === row.serial &&
    claim.version === row.version &&
    JSON.stringify(claim.certificate) === row.content &&
    isSignedBy(row.signature, key)
  )
}

/** The public keys that certificates of this installation are signed by, the newest first. */
export async function listKeys(db: Kysely<Database>) {
  return await db.selectFrom('certificateKeys').select(['id', 'publicKey']).orderBy('createdAt', 'desc').execute()
}
