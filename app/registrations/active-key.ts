import { hashOf } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'

/** What is unique while a registration is active: one per event, address and ticket type; null when it may repeat. */
export function activeKey(
  eventId: string,
  email: string,
  ticketType: { id: string; allowsRepeat: number },
): string | null {
  return ticketType.allowsRepeat ? null : hashOf(`${eventId}|${emailKey(email)}|${ticketType.id}`)
}
