import type { AttemptState } from '#db/schema.ts'

/** Money may still come by it: its order's seats must not lapse. */
export const IN_FLIGHT: AttemptState[] = ['starting', 'open', 'processing', 'unknown']

export function isInFlight(state: AttemptState): boolean {
  return IN_FLIGHT.includes(state)
}

/** The root of the provider's idempotency: one key, one session. */
export function idempotencyKey(orderId: string, number: number): string {
  return `order:${orderId}:attempt:${number}`
}
