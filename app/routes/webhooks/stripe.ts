import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveNotification } from '#app/payments/attempts/receive-notification.server.ts'

/** Stripe's own are some kilobytes. */
const MAXIMUM_BYTES = 512 * 1024

/**
 * What Stripe tells us. 400: not signed by Stripe, nothing is kept. 200: done, now or before. 503, and 500 when the
 * database is away: send it again, which Stripe does for three days (https://docs.stripe.com/webhooks#retries).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } })
  if (Number(request.headers.get('Content-Length') ?? 0) > MAXIMUM_BYTES) return new Response(null, { status: 413 })
  const body = await request.text().catch(() => null)
  if (body === null || body.length > MAXIMUM_BYTES) return new Response(null, { status: 413 })
  const { db, gateways, log } = context.services
  const { headers } = request
  const received = await receiveNotification(db, gateways, { method: 'card', headers, body, now: context.now })
  if (!received.ok) return new Response(null, { status: received.refusals[0]!.code === 'forged' ? 400 : 503 })
  const { outcome } = received.value
  if (REMARKABLE.has(outcome)) log.warn({ requestId: context.requestId, outcome }, 'a notification was not acted upon')
  return new Response(null, { status: 200 })
}

/** Signed by Stripe and yet not ours, or about nothing that we know. */
const REMARKABLE = new Set(['refused', 'foreign', 'unmatched'])

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: 'POST' } })
}
