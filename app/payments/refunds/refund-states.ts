import type { RefundState } from '#db/schema.ts'

/** Money that is on its way back, or that somebody still has to send. */
export const REFUND_UNDER_WAY: RefundState[] = ['approval', 'starting', 'pending', 'unknown', 'manual']

/**
 * Why money goes back; each has its words in `change.cause`. `provider`: sent in the provider's own pages. A
 * `chargeback` is not ours to send and has no attempt.
 */
export type RefundCause =
  | 'cancelled'
  | 'visa-refused'
  | 'event-cancelled'
  | 'changed'
  | 'late-money'
  | 'overpaid'
  | 'goodwill'
  | 'reversal'
  | 'provider'

/** The root of the provider's idempotency: one key, one refund. */
export function refundKey(paymentId: string, number: number): string {
  return `refund:${paymentId}:${number}`
}
