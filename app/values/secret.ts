import { createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 192 random bits, safe in an address. */
export function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is stored of a token: its SHA-256, in hexadecimal. */
export function hashOf(token: string): string {
  return hash('sha256', token)
}

/**
 * A key that grants access to one thing, derived and therefore stored nowhere:
 * HMAC-SHA-256 of purpose and subject under the installation's secret, cut to 192 bits.
 */
export function deriveKey(secret: string, purpose: string, subject: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${subject}`).digest('base64url').slice(0, 32)
}

/** Compares in a time that does not depend on where the two differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest())
}
