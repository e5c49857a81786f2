import { hashOf } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'

/** What is unique while an application is not withdrawn: one per call and address. */
export function applicantKey(callId: string, email: string): string {
  return hashOf(`${callId}|${emailKey(email)}`)
}
