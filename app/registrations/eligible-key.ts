import { hashOf } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'
import type { Eligibility } from '#db/schema.ts'

/**
 * What an organizer's list keeps of an e-mail address or a membership number: a hash that is worth nothing at another
 * event. Case does not matter, in a number neither do spaces and punctuation.
 */
export function eligibleKey(eventId: string, eligibility: Eligibility, typed: string): string {
  const subject = typed.includes('@') ? emailKey(typed) : numberKey(typed)
  return hashOf(`${eventId}|${eligibility}|${subject}`)
}

function numberKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
