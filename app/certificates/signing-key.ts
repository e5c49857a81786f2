import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { remember } from '#app/values/remember.ts'

/** A key pair of Ed25519. `id` is the thumbprint of its public half (RFC 7638), `publicKey` its `x` (RFC 8037). */
export interface SigningKey {
  id: string
  publicKey: string
  privateKey: KeyObject
}

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key that this installation signs certificates with, derived from its secret (HKDF, RFC 5869), so that no file
 * holds it. Another secret makes another key; the public halves of earlier ones stay in `certificate_keys`.
 */
export const signingKey = remember((secret: string): SigningKey => {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'plenary certificates ed25519', 32))
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' }).x!
  return { id: thumbprint(publicKey), publicKey, privateKey }
})

/** The public half as a JWK (RFC 7517), with what it is for. */
export function publicJwk({ id, publicKey }: { id: string; publicKey: string }) {
  return { kty: 'OKP', crv: 'Ed25519', x: publicKey, kid: id, use: 'sig', alg: 'EdDSA' }
}

function thumbprint(x: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
}
