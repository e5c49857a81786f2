import { deriveKey, isSameSecret } from '#app/values/secret.ts'

interface KeyedEntry {
  id: string
  keyVersion: number
}

/** The key in the link to one's place in the queue; it is derived, so no table holds it. */
export function waitingKey(secret: string, { id, keyVersion }: KeyedEntry): string {
  return deriveKey(secret, 'waiting', `${id}:${keyVersion}`)
}

export function isWaitingKey(secret: string, entry: KeyedEntry, given: string): boolean {
  return isSameSecret(given, waitingKey(secret, entry))
}

/** The key in the link that accepts an offer. */
export function offerKey(secret: string, offerId: string): string {
  return deriveKey(secret, 'offer', offerId)
}

export function isOfferKey(secret: string, offerId: string, given: string): boolean {
  return isSameSecret(given, offerKey(secret, offerId))
}
