import type Stripe from 'stripe'
import type { MovementPort, ProviderMovement } from '#app/payments/gateway.ts'
import { fromProviderAmount } from '#app/payments/attempts/provider-amount.ts'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** https://docs.stripe.com/reports/reporting-categories */
const KINDS: Record<string, ProviderMovement['kind']> = {
  charge: 'charge',
  refund: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute-won',
  fee: 'fee',
  payout: 'payout',
}

/**
 * What moved on Stripe's account: balance transactions, each with the charge, refund or dispute that it is of, for these
 * know the currency that the payer paid in, and their payment. https://docs.stripe.com/api/balance_transactions/list
 */
export function stripeMovements(stripe: Stripe): MovementPort {
  return {
    async *movements(from, until) {
      const found: ProviderMovement[] = []
      const created = { gte: seconds(from), lt: seconds(until) }
      // The newest come first.
      for await (const one of stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] }))
        found.push(movementOf(one))
      yield* found.toReversed()
    },
  }
}

function seconds(at: Instant): number {
  return Math.floor(epochMilliseconds(at) / 1000)
}

function movementOf(one: Stripe.BalanceTransaction): ProviderMovement {
  const kind = KINDS[one.reporting_category] ?? 'other'
  const source = sourceOf(one)
  const own = moneyOf(Math.abs(one.amount), one.currency)
  return {
    id: one.id,
    kind,
    reference: source?.reference ?? null,
    amount: source?.amount ?? own,
    fee: one.fee === 0 ? null : moneyOf(one.fee, one.currency),
    at: toInstant(one.created * 1000),
  }
}

/** As our payments and refunds name it, in the currency of the payer. */
function sourceOf({ source }: Stripe.BalanceTransaction): { reference: string; amount: Money } | null {
  if (source === null || typeof source === 'string') return null
  switch (source.object) {
    case 'charge': {
      const charge = source
      const intent = typeof charge.payment_intent === 'string' ? charge.payment_intent : charge.payment_intent?.id
      return { reference: intent ?? charge.id, amount: moneyOf(charge.amount, charge.currency) }
    }
    case 'refund': {
      const refund = source
      return { reference: refund.id, amount: moneyOf(refund.amount, refund.currency) }
    }
    case 'dispute': {
      const dispute = source
      return { reference: dispute.id, amount: moneyOf(dispute.amount, dispute.currency) }
    }
    default:
      return null
  }
}

/** A fraction that a currency does not have is shown as Stripe counts it. */
function moneyOf(amount: number, currency: string): Money {
  return fromProviderAmount(amount, currency) ?? { amountMinor: amount, currency: currency.toUpperCase() }
}
