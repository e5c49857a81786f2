import type { Capabilities, PaymentGateway } from '#app/payments/gateway.ts'

/** Every currency of ISO 4217 that can be owed; `XXX` and its like are none. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').filter((code) => !code.startsWith('X') || isFranc(code)))

function isFranc(code: string): boolean {
  return code === 'XAF' || code === 'XOF' || code === 'XPF' || code === 'XCD' || code === 'XCG'
}

/**
 * A way to pay without a provider to ask: the payer is told how, and the money is booked when a statement, a claim or
 * the desk tells of it. So an attempt is open until our own books say otherwise, and closing it is ours to decide.
 */
export function byInstructions(
  method: PaymentGateway['method'],
  {
    takesClaims,
    isDelayed,
    takesCurrency = () => true,
  }: Pick<Capabilities, 'takesClaims' | 'isDelayed'> & { takesCurrency?: (currency: string) => boolean },
): PaymentGateway {
  return {
    method,
    capabilities: { kind: 'instructions', isDelayed, refunds: 'person', takesClaims },
    minimumOf: () => null,
    takesCurrency: (currency) => CURRENCIES.has(currency) && takesCurrency(currency),
    async start(attempt, { expiresAt }) {
      if (!CURRENCIES.has(attempt.amount.currency) || !takesCurrency(attempt.amount.currency))
        return { kind: 'refused', reason: 'unsupported-currency' }
      return { kind: 'instructions', providerReference: attempt.id, expiresAt }
    },
    fetchState: async () => ({ state: 'open' }),
    cancel: async () => 'cancelled',
    parseNotification: () => null,
  }
}
