import Stripe from 'stripe'
import { traceOf } from './trace-of.ts'
import type { Logger } from '../log.ts'
import type { ProviderDispute, ProviderRefund, RefundPort } from '#app/payments/gateway.ts'
import { fromProviderAmount, toProviderAmount } from '#app/payments/attempts/provider-amount.ts'
import { toInstant } from '#app/values/moment.ts'

/** More of one charge than anybody gives back in parts. */
const MOST = 1000

/** Money back by Stripe, and what payers contest. A payment is the payment intent of its page. */
export function stripeRefunds(stripe: Stripe, log: Logger): RefundPort {
  return {
    async refund({ providerReference }, { attemptId, amount, idempotencyKey }) {
      const units = toProviderAmount(amount)
      if (units === null) return { state: 'refused', reason: 'unsupported-amount' }
      try {
        const refund = await stripe.refunds.create(
          {
            payment_intent: providerReference,
            amount: units,
            reason: 'requested_by_customer',
            metadata: { refund: attemptId },
          },
          { idempotencyKey },
        )
        return refundOf(refund) ?? { state: 'unknown' }
      } catch (error) {
        return notBegun(error, attemptId, log)
      }
    },

    async refundsOf({ providerReference }) {
      try {
        const list = stripe.refunds.list({ payment_intent: providerReference, limit: 100 })
        const refunds = (await list.autoPagingToArray({ limit: MOST })).map(refundOf)
        return refunds.every((refund) => refund !== null) ? refunds : null
      } catch (error) {
        return notLearned(error, log)
      }
    },

    async disputesOf({ providerReference }) {
      try {
        const list = stripe.disputes.list({ payment_intent: providerReference, limit: 100 })
        const disputes = (await list.autoPagingToArray({ limit: MOST })).map((one) => disputeOf(one, providerReference))
        return disputes.every((dispute) => dispute !== null) ? disputes : null
      } catch (error) {
        return notLearned(error, log)
      }
    },
  }
}

/** https://docs.stripe.com/api/refunds/object#refund_object-status: what succeeded may yet fail, days later. */
const REFUND_STATES: Record<string, ProviderRefund['state']> = {
  succeeded: 'done',
  failed: 'failed',
  canceled: 'failed',
}

function refundOf(refund: Stripe.Refund): ProviderRefund | null {
  const amount = fromProviderAmount(refund.amount, refund.currency)
  if (!amount) return null
  return {
    providerReference: refund.id,
    state: REFUND_STATES[refund.status ?? ''] ?? 'pending',
    amount,
    attemptId: refund.metadata?.['refund'] ?? null,
  }
}

/** An inquiry that ends (`warning_closed`) and one that was answered in time (`prevented`) leave the money where it is. */
const DISPUTE_STATES: Record<string, ProviderDispute['state']> = {
  won: 'won',
  warning_closed: 'won',
  prevented: 'won',
  lost: 'lost',
}

function disputeOf(dispute: Stripe.Dispute, paymentReference: string): ProviderDispute | null {
  const amount = fromProviderAmount(dispute.amount, dispute.currency)
  if (!amount) return null
  return {
    providerReference: dispute.id,
    paymentReference,
    state: DISPUTE_STATES[dispute.status] ?? 'open',
    amount,
    reason: dispute.reason,
    openedAt: toInstant(dispute.created * 1000),
  }
}

/**
 * Only an answer that Stripe refuses the request itself is a refusal; whatever else happened, perhaps a refund was
 * begun, and the same key finds it again. https://docs.stripe.com/api/idempotent_requests
 */
function notBegun(error: unknown, attemptId: string, log: Logger) {
  const { errors } = Stripe
  if (!(error instanceof errors.StripeError)) throw error
  const trace = { attemptId, ...traceOf(error) }
  if (error instanceof errors.StripeInvalidRequestError && error.statusCode !== 409) {
    log.warn(trace, 'the payment provider refused to send money back')
    return { state: 'refused' as const, reason: error.code ?? 'rejected' }
  }
  log.warn(trace, 'the payment provider could not be asked to send money back')
  return { state: 'unknown' as const }
}

function notLearned(error: unknown, log: Logger): null {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  log.warn(traceOf(error), 'the payment provider could not be asked what went back')
  return null
}
