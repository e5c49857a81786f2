import type Stripe from 'stripe'
import type { ProviderNotification } from '#app/payments/gateway.ts'

/** What changes an attempt. */
const ABOUT_SESSIONS = new Set([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
])

/** What money that goes back tells; `charge.refund.updated` comes for some ways to pay only. */
const ABOUT_REFUNDS = new Set([
  'charge.refunded',
  'charge.refund.updated',
  'refund.created',
  'refund.updated',
  'refund.failed',
])

/** What an event is about, in our words; of everything else only that it came. */
export function notificationOf(event: Stripe.Event, requireLive: boolean): ProviderNotification {
  const isOurs = event.account === undefined && (!requireLive || event.livemode)
  const kind = event.type.slice(0, 100)
  const none = { eventId: event.id, kind, isOurs, providerReference: null, attemptId: null, paymentReference: null }
  if (ABOUT_SESSIONS.has(event.type)) {
    const session = event.data.object as Stripe.Checkout.Session
    const attemptId = session.client_reference_id
    return { ...none, about: 'payment', providerReference: session.id, attemptId }
  }
  const about = ABOUT_REFUNDS.has(event.type) ? 'refund' : event.type.startsWith('charge.dispute.') ? 'dispute' : null
  if (about === null) return { ...none, about: 'other' }
  const { payment_intent: intent } = event.data.object as Stripe.Charge | Stripe.Refund | Stripe.Dispute
  return { ...none, about, paymentReference: (typeof intent === 'string' ? intent : intent?.id) ?? null }
}
