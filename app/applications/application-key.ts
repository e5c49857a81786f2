import { deriveKey, isSameSecret } from '#app/values/secret.ts'

interface Keyed {
  id: string
  keyVersion: number
}

/** The key in the link to one's application; it is derived, so no table holds it. */
export function applicationKey(secret: string, { id, keyVersion }: Keyed): string {
  return deriveKey(secret, 'application', `${id}:${keyVersion}`)
}

export function isApplicationKey(secret: string, application: Keyed, given: string): boolean {
  return isSameSecret(given, applicationKey(secret, application))
}

/** The key in the link by which somebody writes a letter for an applicant; it opens nothing else. */
export function refereeKey(secret: string, { id, keyVersion }: Keyed): string {
  return deriveKey(secret, 'referee', `${id}:${keyVersion}`)
}

export function isRefereeKey(secret: string, referee: Keyed, given: string): boolean {
  return isSameSecret(given, refereeKey(secret, referee))
}
