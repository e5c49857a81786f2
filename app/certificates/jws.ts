import { createPublicKey, sign, verify } from 'node:crypto'
import { publicJwk, type SigningKey } from './signing-key.ts'

/** Header, payload and signature of a JWS in its compact form (RFC 7515, 7.1). */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/

interface ReadJws {
  keyId: string
  payload: unknown
}

/** Signs a payload with Ed25519 (RFC 8037). */
export function signCompact(payload: object, key: SigningKey): string {
  const header = { alg: 'EdDSA', kid: key.id, typ: 'JOSE' }
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${input}.${sign(null, Buffer.from(input), key.privateKey).toString('base64url')}`
}

/** What a compact JWS says, unchecked; null for what is none of this kind. */
export function readCompact(jws: string): ReadJws | null {
  if (!COMPACT.test(jws)) return null
  const [header, payload] = jws.split('.')
  try {
    const { alg, kid } = decoded(header!) as Record<string, unknown>
    // The kind of signature is ours to say, never that of who brings it.
    if (alg !== 'EdDSA' || typeof kid !== 'string') return null
    return { keyId: kid, payload: decoded(payload!) }
  } catch {
    return null
  }
}

/** Whether the key whose public half this is signed exactly this text. */
export function isSignedBy(jws: string, key: { id: string; publicKey: string }): boolean {
  const cut = jws.lastIndexOf('.')
  const signature = Buffer.from(jws.slice(cut + 1), 'base64url')
  // One spelling only: other letters at the end may mean the same bits.
  if (signature.toString('base64url') !== jws.slice(cut + 1)) return false
  const publicKey = createPublicKey({ key: publicJwk(key), format: 'jwk' })
  return verify(null, Buffer.from(jws.slice(0, cut)), publicKey, signature)
}

function decoded(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
}
