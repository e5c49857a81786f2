import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** One attempt as a gateway sees it. */
export interface GatewayAttempt {
  id: string
  orderCode: string
  amount: Money
  /** The provider's name for it; null until it was started. */
  providerReference: string | null
}

export interface StartDetails {
  /** The same key means the same session, however often it is asked for. */
  idempotencyKey: string
  description: string
  email: string
  language: string
  returnUrl: string
  cancelUrl: string
  expiresAt: Instant
}

/**
 * `refused`: nothing was started under this key and nothing will be; the next try takes a new attempt.
 * `unknown`: perhaps it was started; the next try asks again with the same key.
 */
export type Started =
  | { kind: 'redirect'; url: string; providerReference: string; expiresAt: Instant }
  | { kind: 'refused'; reason: 'unavailable' | 'too-small' | 'unsupported-currency' | 'rejected' | 'conflict' }
  | { kind: 'unknown' }

/** What the provider says of an attempt now. `unknown` is a state of its own and never shown as a failure. */
export type ProviderState =
  | { state: 'paid'; amount: Money; paymentReference: string }
  | { state: 'open' | 'processing' | 'failed' | 'expired' | 'unknown' }
  /** What it shows is not ours: altered, of another account, or play money where real money is meant. */
  | { state: 'foreign' }

export interface ProviderNotification {
  eventId: string
  kind: string
  /** What it is about in the provider's words; null when it changes no attempt. */
  providerReference: string | null
  /** The attempt's id, as we gave it to the provider. */
  attemptId: string | null
  /** Whether it speaks of this installation's account and of real money where that is meant. */
  isOurs: boolean
}

/** A way to pay that asks somebody else: the port that a payment adapter implements. Only `fetchState` is believed. */
export interface PaymentGateway {
  readonly method: string
  /** The least that can be charged, or null when any amount can; a currency that it does not take is `refused` by `start`. */
  minimumOf(currency: string): Money | null
  start(attempt: GatewayAttempt, details: StartDetails): Promise<Started>
  fetchState(attempt: GatewayAttempt): Promise<ProviderState>
  /** Before a held seat is given away. `unknown` keeps the seat held. */
  cancel(attempt: GatewayAttempt): Promise<'cancelled' | 'already-paid' | 'unknown'>
  /** Null when the signature is not the provider's. */
  parseNotification(headers: Headers, body: string): ProviderNotification | null
}

export type Gateways = Partial<Record<string, PaymentGateway>>

export type TestChoice = 'succeed' | 'fail' | 'later' | 'abandon'

export interface TestSession {
  attemptId: string
  amount: Money
  description: string
  state: 'open' | 'processing' | 'paid' | 'expired'
  isDeclined: boolean
}

/** The page of the built-in gateway, where one plays the bank. Only in demonstration mode. */
export interface TestGateway extends PaymentGateway {
  sessionOf(attemptId: string): Promise<TestSession | null>
  choose(attemptId: string, choice: TestChoice): Promise<void>
}
