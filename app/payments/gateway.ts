import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import type { PaymentMethod } from '#db/schema.ts'

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
  /** Of who pays; '' when it is not known. */
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
  /** Nothing to open: the payer is told how to pay, with this reference, by `expiresAt`. */
  | { kind: 'instructions'; providerReference: string; expiresAt: Instant }
  | { kind: 'refused'; reason: StartFault }
  | { kind: 'unknown' }

/** `locked-out`: the provider does not accept our key or our account, which only an operator can change. */
export type StartFault = 'unavailable' | 'too-small' | 'unsupported-currency' | 'rejected' | 'conflict' | 'locked-out'

/** Whether a provider can be used now, as far as this process has seen. */
export type GatewayStanding = 'working' | 'down' | 'refused'

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
  /** What else it is about: a refund or a dispute of a charge, by the provider's names. */
  about: 'payment' | 'refund' | 'dispute' | 'other'
  /** The charge that a refund or a dispute is of, as `payments.providerReference` has it. */
  paymentReference: string | null
}

/** What a way to pay can do; screens and rules go by this and never by a method's name. */
export interface Capabilities {
  /** `redirect`: to the provider's page; `instructions`: the payer acts elsewhere and a person or a file tells us. */
  kind: 'redirect' | 'instructions'
  /** Whether the money may take days. */
  isDelayed: boolean
  /** Whether money goes back by the provider, or by a person. */
  refunds: 'provider' | 'person'
  /** Whether a payer tells us a reference or sends a proof. */
  takesClaims: boolean
}

/** What the provider says of money that goes back. */
export interface ProviderRefund {
  providerReference: string
  state: 'pending' | 'done' | 'failed'
  amount: Money
  /** Our attempt's id, when we made it; null for one made in the provider's own pages. */
  attemptId: string | null
}

export interface ProviderDispute {
  providerReference: string
  paymentReference: string
  state: 'open' | 'won' | 'lost'
  amount: Money
  reason: string
  openedAt: Instant
}

/** One movement on the provider's account, for reconciling. Amounts are positive; `kind` gives the direction. */
export interface ProviderMovement {
  id: string
  kind: 'charge' | 'refund' | 'dispute' | 'dispute-won' | 'fee' | 'payout' | 'other'
  /** As `payments.providerReference` or `refunds.providerReference` has it, where it is about one. */
  reference: string | null
  amount: Money
  fee: Money | null
  at: Instant
}

/** Money back by way of the provider. */
export interface RefundPort {
  /** The same key gives the same refund. `refused`: nothing was begun under this key and nothing will be. */
  refund(
    payment: { providerReference: string },
    refund: { attemptId: string; amount: Money; idempotencyKey: string },
  ): Promise<ProviderRefund | { state: 'refused'; reason: string } | { state: 'unknown' }>
  /** Everything that has gone back of a charge, whoever sent it; null when it cannot be learned. */
  refundsOf(payment: { providerReference: string }): Promise<ProviderRefund[] | null>
  disputesOf(payment: { providerReference: string }): Promise<ProviderDispute[] | null>
}

/** What moved on the provider's account. */
export interface MovementPort {
  /** From `from` until just before `until`, oldest first. @throws when the provider cannot be asked. */
  movements(from: Instant, until: Instant): AsyncIterable<ProviderMovement>
}

/** A way to pay that asks somebody else: the port that a payment adapter implements. Only `fetchState` is believed. */
export interface PaymentGateway {
  readonly method: PaymentMethod
  readonly capabilities: Capabilities
  readonly refunds?: RefundPort
  readonly movements?: MovementPort
  /** The least that can be charged, or null when any amount can. */
  minimumOf(currency: string): Money | null
  takesCurrency(currency: string): boolean
  /** Left out: always there. */
  standing?(): GatewayStanding
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
  /** Whether it leads back to the payer's page. */
  isForPayer: boolean
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
