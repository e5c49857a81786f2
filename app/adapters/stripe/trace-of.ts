import Stripe from 'stripe'

/** What may be logged of a failure: names and numbers of Stripe's, nothing that a person typed. */
export function traceOf(error: unknown) {
  if (!(error instanceof Stripe.errors.StripeError)) return { kind: error instanceof Error ? error.name : 'unknown' }
  return { kind: error.type, code: error.code, status: error.statusCode, providerRequest: error.requestId }
}
