import type Stripe from 'stripe'
import type { Params } from './schema.ts'

/** A Checkout Session as the stand-in keeps it: what Stripe's object says, as far as anybody here reads it. */
export interface StandInSession {
  id: string
  url: string
  createdAt: number
  expiresAt: number
  amountTotal: number
  currency: string
  clientReferenceId: string | null
  metadata: Record<string, string>
  successUrl: string
  cancelUrl: string | null
  description: string
  livemode: boolean
  status: 'open' | 'complete' | 'expired'
  paymentStatus: 'paid' | 'unpaid'
  /** Made with the session, as a card payment's is. */
  intentId: string
  intentStatus: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled'
  declines: number
}

/** The session that a request asks for. Amounts are in Stripe's units; `now` in seconds. */
export function newSession(id: string, params: Params, base: string, now: number, livemode: boolean): StandInSession {
  const items = params['line_items'] as unknown as {
    quantity?: string
    price_data: { currency: string; unit_amount: string; product_data: { name: string } }
  }[]
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null)
  return {
    id,
    url: `${base}/c/pay/${id}`,
    createdAt: now,
    expiresAt: Number(params['expires_at'] ?? now + 86_400),
    amountTotal: items.reduce((sum, item) => sum + Number(item.price_data.unit_amount) * Number(item.quantity ?? 1), 0),
    currency: items[0]!.price_data.currency,
    clientReferenceId: text('client_reference_id'),
    metadata: (params['metadata'] ?? {}) as Record<string, string>,
    successUrl: text('success_url') ?? '',
    cancelUrl: text('cancel_url'),
    description: items.map((item) => item.price_data.product_data.name).join(', '),
    livemode,
    status: 'open',
    paymentStatus: 'unpaid',
    intentId: id.replace(/^cs_/, 'pi_'),
    intentStatus: 'requires_payment_method',
    declines: 0,
  }
}

/** As the API shows it; checked against stripe's own type by the compiler. */
export function asStripeShows(session: StandInSession, expand: string[] = []) {
  const hasIntent = session.status === 'complete'
  const intent = {
    id: session.intentId,
    object: 'payment_intent',
    status: session.intentStatus,
    amount: session.amountTotal,
    currency: session.currency,
    livemode: session.livemode,
    metadata: session.metadata,
  } satisfies Partial<Stripe.PaymentIntent>
  return {
    id: session.id,
    object: 'checkout.session',
    amount_subtotal: session.amountTotal,
    amount_total: session.amountTotal,
    cancel_url: session.cancelUrl,
    client_reference_id: session.clientReferenceId,
    created: session.createdAt,
    currency: session.currency,
    expires_at: session.expiresAt,
    livemode: session.livemode,
    metadata: session.metadata,
    mode: 'payment',
    payment_intent: hasIntent
      ? expand.includes('payment_intent')
        ? (intent as Stripe.PaymentIntent)
        : intent.id
      : null,
    payment_status: session.paymentStatus,
    status: session.status,
    success_url: session.successUrl,
    url: session.status === 'open' ? session.url : null,
  } satisfies Partial<Stripe.Checkout.Session>
}
