import { deriveKey, isSameSecret } from '#app/values/secret.ts'

/** What the link of an invitation carries: its id and a key derived from it. */
export function invitationToken(secret: string, invitationId: string): string {
  return `${invitationId}.${deriveKey(secret, 'invitation', invitationId)}`
}

/** The id of the invitation that a token opens, or null when the token was not made here. */
export function invitationOf(secret: string, token: string): string | null {
  const invitationId = token.slice(0, 36)
  return isSameSecret(token, invitationToken(secret, invitationId)) ? invitationId : null
}
