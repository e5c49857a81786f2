import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** One attempt as a gateway sees it. `id` is our own and the idempotency key's root. */
export interface GatewayAttempt {
  id: string
  orderCode: string
  amount: Money
  providerReference: string | null
}

export type Started =
  | { kind: 'redirect'; url: string; providerReference: string; expiresAt: Instant }
  | { kind: 'refused'; reason: string }

/** What the provider says of an attempt now. `unknown` is a state of its own and never shown as a failure. */
export interface ProviderState {
  state: 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'unknown'
  amount?: Money
  /** What the money is booked under; unique per charge. */
  paymentReference?: string
  isLive?: boolean
}

export interface ProviderNotification {
  eventId: string
  kind: string
  /** The attempt's provider reference, when the notification is about one. */
  providerReference: string | null
}

/** A way to pay that asks somebody else: the port that a payment adapter implements. Only `fetchState` is believed. */
export interface PaymentGateway {
  readonly method: string
  start(
    attempt: GatewayAttempt,
    details: {
      description: string
      email: string
      language: string
      returnUrl: string
      cancelUrl: string
      expiresAt: Instant
    },
  ): Promise<Started>
  fetchState(attempt: GatewayAttempt): Promise<ProviderState>
  /** Before a held seat is given away. `unknown` keeps the seat held. */
  cancel(attempt: GatewayAttempt): Promise<'cancelled' | 'already-paid' | 'unknown'>
  /** Null when the signature is not the provider's. */
  parseNotification(headers: Headers, body: string): ProviderNotification | null
}

export type Gateways = Partial<Record<string, PaymentGateway>>
