import type { Kysely } from 'kysely'
import { idempotencyKey } from './attempt-states.ts'
import { closeAttempt } from './close-attempt.server.ts'
import type { Gateways, PaymentGateway, StartDetails, Started } from './gateway.ts'
import { keepStarted, noteNotStarted } from './keep-started.server.ts'
import { asGatewaySees, type Attempt } from './lock-attempt.server.ts'
import { type OrderToPay, planPayment } from './plan-payment.server.ts'
import { settleAttempt } from './settle-attempt.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type StartRefusal =
  | 'nothing-due'
  | 'order-closed'
  | 'payment-unavailable'
  | 'payment-processing'
  | 'amount-too-small'
  | 'busy'

export interface StartInput {
  orderId: string
  baseUrl: string
  secret: string
  /** The reader's, and what stands in front of their addresses. */
  language: string
  prefix: string
  now: Instant
}

/** More than a person meets: a changed amount, then a page that was finished elsewhere. */
const STEPS = 4

/**
 * Where to send somebody who wants to pay an order: the provider's page. A page that is still open for the same
 * amount is used again; one for another amount is closed first. No seat is lost by a refusal, and the provider is
 * never spoken to inside a transaction.
 */
export async function startPayment(
  db: Kysely<Database>,
  gateways: Gateways,
  input: StartInput,
): Promise<Result<{ redirectUrl: string }, StartRefusal>> {
  const gateway = gateways['card']
  if (!gateway) return refuse({ code: 'payment-unavailable' })
  for (let step = 0; step < STEPS; step++) {
    const planned = await planPayment(db, gateway, input)
    if (!planned.ok) return planned
    const { kind, attempt, order } = planned.value
    if (kind === 'close') {
      const closed = await closeAttempt(db, gateways, { attemptId: attempt.id, now: input.now })
      if (closed === 'kept') return refuse({ code: 'payment-unavailable' })
      continue
    }
    if (kind === 'reuse') {
      // It may have been finished in another window.
      const { state } = await settleAttempt(db, gateways, { attemptId: attempt.id, now: input.now })
      if (state === 'open' || state === 'unknown') return accept({ redirectUrl: attempt.redirectUrl! })
      continue
    }
    const url = await start(db, gateway, attempt, order, input)
    if (url !== 'again') return url
  }
  return refuse({ code: 'payment-unavailable' })
}

async function start(
  db: Kysely<Database>,
  gateway: PaymentGateway,
  attempt: Attempt,
  order: OrderToPay,
  input: StartInput,
): Promise<Result<{ redirectUrl: string }, StartRefusal> | 'again'> {
  const page = `${input.baseUrl}${input.prefix}/orders/${order.code}`
  const key = `key=${orderKey(input.secret, order)}`
  const started = await ask(gateway, attempt, {
    idempotencyKey: idempotencyKey(attempt.orderId, attempt.number),
    description: `${order.title} · ${order.code}`,
    email: order.email,
    language: input.language,
    returnUrl: `${page}/return?${key}`,
    cancelUrl: `${page}?${key}`,
    expiresAt: attempt.expiresAt!,
  })
  if (started.kind === 'redirect') {
    const kept = await keepStarted(db, { attempt, started, now: input.now })
    if (!kept.ok) return kept
    if (kept.value.isKept) return accept({ redirectUrl: kept.value.redirectUrl })
    // Closed while it was being made: nobody has seen its address, and nobody shall.
    await gateway.cancel({ ...asGatewaySees(attempt), providerReference: started.providerReference })
    return 'again'
  }
  const noted = await noteNotStarted(db, { attempt, started, now: input.now })
  if (!noted.ok) return noted
  if (started.kind === 'refused' && started.reason === 'conflict') return 'again'
  return refuse({
    code: started.kind === 'refused' && started.reason === 'too-small' ? 'amount-too-small' : 'payment-unavailable',
  })
}

async function ask(gateway: PaymentGateway, attempt: Attempt, details: StartDetails): Promise<Started> {
  try {
    return await gateway.start(asGatewaySees(attempt), details)
  } catch {
    return { kind: 'unknown' }
  }
}
