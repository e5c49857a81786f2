import Stripe from 'stripe'
import { notificationOf } from './stripe/notification-of.ts'
import { stripeMovements } from './stripe/movement-port.ts'
import { stripeRefunds } from './stripe/refund-port.ts'
import { traceOf } from './stripe/trace-of.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './log.ts'
import type { GatewayAttempt, PaymentGateway, ProviderState, Started } from '#app/payments/gateway.ts'
import { fromProviderAmount, minimumCharge, toProviderAmount } from '#app/payments/attempts/provider-amount.ts'
import { epochMilliseconds, toInstant } from '#app/values/moment.ts'

export interface StripeOptions {
  secretKey: string
  webhookSecret: string
  /** Another address for the API, for a stand-in. */
  apiBase: string | null
  /** Play money is refused. */
  requireLive: boolean
  clock: Clock
  log: Logger
  /** How long one request may take, in milliseconds. */
  timeout?: number
}

/** How far a notification's clock may be from ours, either way, in seconds. */
const TOLERANCE = 300

/** Paying by card on Stripe's own page (Checkout Sessions, https://docs.stripe.com/api/checkout/sessions). */
export function stripeGateway(options: StripeOptions): PaymentGateway {
  const { requireLive, clock, log } = options
  const stripe = new Stripe(options.secretKey, {
    apiVersion: '2026-10-28.endive',
    maxNetworkRetries: 2,
    timeout: options.timeout ?? 8000,
    telemetry: false,
    ...(options.apiBase ? addressOf(options.apiBase) : {}),
  })

  async function retrieve(attempt: GatewayAttempt): Promise<ProviderState> {
    const session = await stripe.checkout.sessions.retrieve(attempt.providerReference!, { expand: ['payment_intent'] })
    const state = stateOf(session, attempt, requireLive)
    if (state.state === 'foreign') log.error({ attemptId: attempt.id }, 'a payment page that is not ours')
    return state
  }

  return {
    method: 'card',
    capabilities: { kind: 'redirect', isDelayed: false, refunds: 'provider', takesClaims: false },
    refunds: stripeRefunds(stripe, log),
    movements: stripeMovements(stripe),
    minimumOf: minimumCharge,
    takesCurrency: (currency) => toProviderAmount({ amountMinor: 0, currency }) !== null,

    async start(attempt, details) {
      const amount = toProviderAmount(attempt.amount)
      if (amount === null) return { kind: 'refused', reason: 'unsupported-currency' }
      const metadata = { attempt: attempt.id, order: attempt.orderCode }
      try {
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            submit_type: 'book',
            allowed_payment_method_types: ['card'],
            adaptive_pricing: { enabled: false },
            client_reference_id: attempt.id,
            ...(details.email === '' ? {} : { customer_email: details.email }),
            locale: localeOf(details.language),
            success_url: `${details.returnUrl}&session={CHECKOUT_SESSION_ID}`,
            cancel_url: details.cancelUrl,
            expires_at: Math.floor(epochMilliseconds(details.expiresAt) / 1000),
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: attempt.amount.currency.toLowerCase(),
                  unit_amount: amount,
                  product_data: { name: details.description },
                },
              },
            ],
            metadata,
            payment_intent_data: { metadata, description: details.description },
          },
          { idempotencyKey: details.idempotencyKey },
        )
        if (!session.url) return { kind: 'refused', reason: 'rejected' }
        const expiresAt = toInstant(session.expires_at * 1000)
        return { kind: 'redirect', url: session.url, providerReference: session.id, expiresAt }
      } catch (error) {
        return notStarted(error, attempt, log)
      }
    },

    async fetchState(attempt) {
      try {
        return await retrieve(attempt)
      } catch (error) {
        log.warn({ attemptId: attempt.id, ...traceOf(error) }, 'the payment provider could not be asked')
        return { state: 'unknown' }
      }
    },

    async cancel(attempt) {
      try {
        const session = await stripe.checkout.sessions.expire(attempt.providerReference!)
        return session.status === 'expired' ? 'cancelled' : 'unknown'
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return 'unknown'
      }
      // It is not open any more: over, or paid.
      try {
        const { state } = await retrieve(attempt)
        if (state === 'expired') return 'cancelled'
        return state === 'paid' || state === 'processing' || state === 'failed' ? 'already-paid' : 'unknown'
      } catch {
        return 'unknown'
      }
    },

    parseNotification(headers, body) {
      const header = headers.get('Stripe-Signature') ?? ''
      const now = epochMilliseconds(clock.now())
      // The library looks for signatures that are too old only.
      if (Number(/(?:^|,)t=(\d+)/.exec(header)?.[1] ?? Infinity) > now / 1000 + TOLERANCE) return null
      try {
        const event = stripe.webhooks.constructEvent(body, header, options.webhookSecret, TOLERANCE, undefined, now)
        return notificationOf(event, requireLive)
      } catch {
        return null
      }
    },
  }
}

function addressOf(apiBase: string) {
  const url = new URL(apiBase)
  const protocol = url.protocol === 'http:' ? ('http' as const) : ('https' as const)
  return { host: url.hostname, port: url.port || (protocol === 'http' ? 80 : 443), protocol }
}

function stateOf(session: Stripe.Checkout.Session, attempt: GatewayAttempt, requireLive: boolean): ProviderState {
  const isOurs = session.client_reference_id === attempt.id && session.metadata?.['attempt'] === attempt.id
  if (!isOurs || (requireLive && !session.livemode)) return { state: 'foreign' }
  if (session.status === 'open') return { state: 'open' }
  if (session.status === 'expired') return { state: 'expired' }
  if (session.status !== 'complete') return { state: 'unknown' }
  const intent = session.payment_intent
  if (session.payment_status === 'paid' || session.payment_status === 'no_payment_required') {
    const amount = fromProviderAmount(session.amount_total ?? 0, session.currency ?? '')
    if (!amount) return { state: 'foreign' }
    return { state: 'paid', amount, paymentReference: (typeof intent === 'string' ? intent : intent?.id) ?? session.id }
  }
  if (session.payment_status !== 'unpaid') return { state: 'unknown' }
  const isOver =
    typeof intent === 'object' && (intent?.status === 'requires_payment_method' || intent?.status === 'canceled')
  return { state: isOver ? 'failed' : 'processing' }
}

/** Stripe's page speaks these (`SessionCreateParams.Locale`); for other languages it is English. */
const LOCALES = new Set(
  'bg cs da de el en es et fi fil fr hr hu id it ja ko lt lv ms mt nb nl pl pt ro ru sk sl sv th tr vi zh'.split(' '),
)

function localeOf(language: string): Stripe.Checkout.SessionCreateParams.Locale {
  const code = language.split('-')[0]!
  return LOCALES.has(code) ? code : 'en'
}

/**
 * The same key gives the same answer for a day, a failure too: what was answered takes a new key next time. Without an
 * answer the same key is the way to the page that was perhaps made. https://docs.stripe.com/api/idempotent_requests
 */
function notStarted(error: unknown, attempt: GatewayAttempt, log: Logger): Started {
  const { errors } = Stripe
  const trace = { attemptId: attempt.id, ...traceOf(error) }
  if (!(error instanceof errors.StripeError)) throw error
  if (error instanceof errors.StripeConnectionError || error.statusCode === 409) {
    log.warn(trace, 'the payment provider did not answer')
    return { kind: 'unknown' }
  }
  if (error instanceof errors.StripeIdempotencyError) return { kind: 'refused', reason: 'conflict' }
  if (error instanceof errors.StripeRateLimitError || (error.statusCode ?? 0) >= 500) {
    log.warn(trace, 'the payment provider is unavailable')
    return { kind: 'refused', reason: 'unavailable' }
  }
  if (error.statusCode === 401 || error.statusCode === 403 || NOT_ACTIVATED.has(error.code ?? ''))
    return { kind: 'refused', reason: 'locked-out' }
  if (error.code === 'amount_too_small') return { kind: 'refused', reason: 'too-small' }
  log.error(trace, 'the payment provider refused a payment page: nobody can pay until this is looked at')
  return { kind: 'refused', reason: 'rejected' }
}

/** Our account cannot take money, whoever asks. https://docs.stripe.com/error-codes */
const NOT_ACTIVATED = new Set([
  'account_invalid',
  'api_key_expired',
  'platform_api_key_expired',
  'testmode_charges_only',
])
