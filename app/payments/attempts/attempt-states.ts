import { IN_FLIGHT } from '#app/registrations/seats/in-flight.ts'
import type { AttemptState } from '#db/schema.ts'

/** Whether money may still come by an attempt. */
export function isInFlight(state: AttemptState): boolean {
  return IN_FLIGHT.includes(state)
}

/** The root of the provider's idempotency: one key, one session. */
export function idempotencyKey(orderId: string, number: number): string {
  return `order:${orderId}:attempt:${number}`
}
