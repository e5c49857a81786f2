import type { Kysely } from 'kysely'
import type { CertificateClaim, CertificateContent } from './certificate.ts'
import { signCompact } from './jws.ts'
import { signingKey } from './signing-key.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Who says what a certificate says. */
export interface Issuer {
  /** The address of this installation. */
  baseUrl: string
  secret: string
}

/** One wording of a certificate, signed: what its two rows hold. */
export function sealed({ baseUrl, secret }: Issuer, claim: Omit<CertificateClaim, 'iss'>) {
  const key = signingKey(secret)
  return {
    content: JSON.stringify(claim.certificate),
    signature: signCompact({ iss: baseUrl, ...claim }, key),
    keyId: key.id,
  }
}

/** Keeps the public half of the key that signs now, for when the secret is another one. */
export async function keepKey(db: Kysely<Database>, { secret }: Issuer, now: Instant): Promise<void> {
  const { id, publicKey } = signingKey(secret)
  await db.insertInto('certificateKeys').ignore().values({ id, publicKey, createdAt: now }).execute()
}

export function readContent(content: string): CertificateContent {
  return JSON.parse(content) as CertificateContent
}
