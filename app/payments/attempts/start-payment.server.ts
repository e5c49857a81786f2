import type { Kysely } from 'kysely'
import { idempotencyKey } from './attempt-states.ts'
import { closeAttempt } from './close-attempt.server.ts'
import type { Gateways, PaymentGateway, StartDetails, Started, StartFault } from '../gateway.ts'
import { keepStarted, noteNotStarted } from './keep-started.server.ts'
import { asGatewaySees, type Attempt } from './lock-attempt.server.ts'
import { type Plan, planPayment, type PlanRefusal } from './plan-payment.server.ts'
import { settleAttempt } from './settle-attempt.server.ts'
import { orderKey, payerKey } from '#app/registrations/order-key.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'

/** `payment-checking`: what was begun by another way could not be closed; it stays until the provider answers. */
export type StartRefusal = PlanRefusal | 'payment-checking' | 'busy'

export interface StartInput {
  orderId: string
  /** The order's own unless another is chosen. */
  method?: PaymentMethod
  /** Somebody who pays and may see no more: they come back to the payer's page, and are shown nothing of who ordered. */
  payer?: { email: string | null }
  baseUrl: string
  secret: string
  /** The reader's, and what stands in front of their addresses. */
  language: string
  prefix: string
  now: Instant
}

/** Where the payer goes: the provider's page, or (null) back to the order, which says how to pay or that it is paid. */
export interface StartedPayment {
  redirectUrl: string | null
}

/** More than a person meets: a changed amount, then a page that was finished elsewhere. */
const STEPS = 4

/**
 * Begins to pay an order by a method: opens the provider's page, or writes down that the money comes by another way.
 * What is still open for the same amount is used again; what no longer fits is closed first. No seat is lost by a
 * refusal, and the provider is never spoken to inside a transaction.
 */
export async function startPayment(
  db: Kysely<Database>,
  gateways: Gateways,
  input: StartInput,
): Promise<Result<StartedPayment, StartRefusal>> {
  for (let step = 0; step < STEPS; step++) {
    const planned = await planPayment(db, gateways, input)
    if (!planned.ok) return planned
    const { kind, attempt, gateway } = planned.value
    if (kind === 'close') {
      const closed = await closeAttempt(db, gateways, { attemptId: attempt.id, now: input.now })
      if (closed === 'kept')
        return refuse({ code: attempt.method === gateway.method ? 'payment-unavailable' : 'payment-checking' })
      continue
    }
    if (kind === 'reuse') {
      if (attempt.redirectUrl === null) return accept({ redirectUrl: null })
      // Its way back leads to the order, and it may show the orderer's address.
      if (input.payer) {
        const closed = await closeAttempt(db, gateways, { attemptId: attempt.id, now: input.now })
        if (closed === 'kept') return refuse({ code: 'payment-unavailable' })
        continue
      }
      // It may have been finished in another window.
      const { state } = await settleAttempt(db, gateways, { attemptId: attempt.id, now: input.now })
      if (state === 'open' || state === 'unknown') return accept({ redirectUrl: attempt.redirectUrl })
      continue
    }
    const started = await start(db, planned.value, input)
    if (started !== 'again') return started
  }
  return refuse({ code: 'payment-unavailable' })
}

async function start(
  db: Kysely<Database>,
  { gateway, attempt, order }: Plan,
  input: StartInput,
): Promise<Result<StartedPayment, StartRefusal> | 'again'> {
  const { payer, secret } = input
  const page = `${input.baseUrl}${input.prefix}/orders/${order.code}`
  const key = `key=${payer ? payerKey(secret, order) : orderKey(secret, order)}`
  const started = await ask(gateway, attempt, {
    idempotencyKey: idempotencyKey(attempt.orderId, attempt.number),
    description: `${order.title} · ${order.code}`,
    email: payer ? (payer.email ?? '') : order.email,
    language: input.language,
    returnUrl: `${page}/return?${key}`,
    cancelUrl: `${page}${payer ? '/payer' : ''}?${key}`,
    expiresAt: attempt.expiresAt!,
  })
  if (started.kind === 'redirect' || started.kind === 'instructions') {
    const kept = await keepStarted(db, { attempt, started, now: input.now })
    if (!kept.ok) return kept
    if (kept.value.isKept) return accept({ redirectUrl: kept.value.redirectUrl })
    // Closed while it was being made: nobody has seen its address, and nobody shall.
    await gateway.cancel({ ...asGatewaySees(attempt), providerReference: started.providerReference })
    return 'again'
  }
  const noted = await noteNotStarted(db, { attempt, started, now: input.now })
  if (!noted.ok) return noted
  if (started.kind === 'unknown') return refuse({ code: 'payment-unavailable' })
  return started.reason === 'conflict' ? 'again' : refuse({ code: REFUSALS[started.reason] })
}

const REFUSALS: Record<Exclude<StartFault, 'conflict'>, StartRefusal> = {
  'too-small': 'amount-too-small',
  'unsupported-currency': 'payment-currency',
  unavailable: 'payment-unavailable',
  rejected: 'payment-unavailable',
  'locked-out': 'payment-unavailable',
}

async function ask(gateway: PaymentGateway, attempt: Attempt, details: StartDetails): Promise<Started> {
  try {
    return await gateway.start(asGatewaySees(attempt), details)
  } catch {
    return { kind: 'unknown' }
  }
}
