/** What OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000

const SALT_BYTES = 16
/** Of AES-GCM (NIST SP 800-38D, 8.2). */
const IV_BYTES = 12

/** How the key is made again from the passphrase: no secret. */
export interface Lock {
  salt: Uint8Array<ArrayBuffer>
  iterations: number
}

/** Something that nobody reads without the key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

export function newLock(iterations = ITERATIONS): Lock {
  return { salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)), iterations }
}

/** The key of a passphrase. It cannot be taken out of the browser, and lives as long as the page is open. */
export async function keyOf(passphrase: string, { salt, iterations }: Lock): Promise<CryptoKey> {
  // Two keyboards write one letter in two ways.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** Seals a value for one event: under the name of another it does not open. A vector is never used twice. */
export async function seal(key: CryptoKey, event: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: named(event) }, key, plain) }
}

/** The sealed value; null when the key is another, or when a bit of it has changed. */
export async function unseal<T>(key: CryptoKey, event: string, { iv, data }: Sealed): Promise<T | null> {
  const options = { name: 'AES-GCM', iv, additionalData: named(event) }
  const plain = await crypto.subtle.decrypt(options, key, data).catch(() => null)
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T)
}

function named(event: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`plenary attendance ${event}`)
}
