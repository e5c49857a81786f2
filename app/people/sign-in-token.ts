import { deriveKey, isSameSecret } from '#app/values/secret.ts'

/** What a mailed sign-in link carries: the link's id and a key derived from it. */
export function signInToken(secret: string, linkId: string): string {
  return `${linkId}.${deriveKey(secret, 'sign-in-link', linkId)}`
}

/** The id of the link that a token opens, or null when the token was not made here. */
export function linkOf(secret: string, token: string): string | null {
  const linkId = token.slice(0, 36)
  return isSameSecret(token, signInToken(secret, linkId)) ? linkId : null
}
