import type { Kysely } from 'kysely'
import { GRACE_MINUTES, SESSION_MINUTES, START_MINUTES } from './attempt-times.ts'
import { balanceOf } from '../balance.server.ts'
import { heldForDue } from '../due-times.ts'
import { extendHolds } from './extend-holds.server.ts'
import type { Gateways, PaymentGateway } from '../gateway.ts'
import { latestInFlight } from './latest-in-flight.server.ts'
import { type Attempt, lockOrder } from './lock-attempt.server.ts'
import { chooseMethod } from '../methods/choose-method.server.ts'
import { readTerms } from '../methods/read-terms.server.ts'
import { newAttempt } from './new-attempt.server.ts'
import { type OrderToPay, orderToPay } from './order-to-pay.server.ts'
import { isWithin } from '#app/registrations/payment-terms.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type PlanRefusal =
  | 'nothing-due'
  | 'order-closed'
  | 'payment-unavailable'
  | 'payment-processing'
  | 'payment-method'
  | 'payment-currency'
  | 'amount-too-small'

/** What to do next: begin (or ask again for) a payment, use the one that is open, or close one that no longer fits. */
export interface Plan {
  kind: 'start' | 'reuse' | 'close'
  attempt: Attempt
  order: OrderToPay
  gateway: PaymentGateway
}

export interface PlanInput {
  orderId: string
  /** The order's own unless another is chosen. */
  method?: PaymentMethod | undefined
  now: Instant
}

/** Decides under the order's lock, and writes down a new attempt before the provider hears of it. */
export async function planPayment(
  db: Kysely<Database>,
  gateways: Gateways,
  { orderId, method: chosen, now }: PlanInput,
): Promise<Result<Plan, PlanRefusal | 'busy'>> {
  return await transact<Plan, PlanRefusal>(db, async (db) => {
    await lockOrder(db, orderId)
    const order = await orderToPay(db, orderId)
    if (!order) throw refusal('order-closed')
    const method = chosen ?? order.paymentMethod ?? 'card'
    const gateway = gateways[method]
    const balance = (await balanceOf(db, orderId))!
    if (balance.due <= 0 || balance.currency === null) throw refusal('nothing-due')
    if (!gateway) throw refusal('payment-unavailable')
    const amount = { amountMinor: balance.due, currency: balance.currency }

    const attempt = await latestInFlight(db, orderId)
    if (attempt && attempt.method !== method) {
      if (attempt.state === 'processing') throw refusal('payment-processing')
      await refuseUnfit(db, order, gateway, amount, now)
      return { kind: 'close', attempt, order, gateway }
    }
    if (attempt) return { ...planFor(attempt, amount, now), order, gateway }

    await refuseUnfit(db, order, gateway, amount, now)
    // First the write: a lapse that was quicker is seen, one that comes later waits.
    await extendHolds(db, orderId, addMinutes(now, GRACE_MINUTES), now)
    if (!(await hasSeats(db, orderId))) throw refusal('order-closed')
    const dueAt = await chooseMethod(db, order, method, now)
    const expiresAt = expiryOf(gateway, dueAt, now)
    const started = await newAttempt(db, { order, method, amount, expiresAt, now })
    return { kind: 'start', attempt: started, order, gateway }
  })
}

function expiryOf({ capabilities }: PaymentGateway, dueAt: Instant | null, now: Instant): Instant {
  if (capabilities.kind === 'redirect') return addMinutes(now, SESSION_MINUTES)
  return dueAt === null ? addMinutes(now, SESSION_MINUTES) : heldForDue(dueAt)
}

function refusal(code: PlanRefusal) {
  return new Refused<PlanRefusal>({ code })
}

/** Whether the event takes this way now, and the way takes this amount. A way chosen before stays good. */
async function refuseUnfit(
  db: Kysely<Database>,
  order: OrderToPay,
  gateway: PaymentGateway,
  amount: Money,
  now: Instant,
): Promise<void> {
  if (gateway.method !== order.paymentMethod) {
    const terms = await readTerms(db, order.eventId, gateway.method)
    if (!terms || !isWithin(terms, now)) throw refusal('payment-method')
  }
  if (!gateway.takesCurrency(amount.currency)) throw refusal('payment-currency')
  const minimum = gateway.minimumOf(amount.currency)
  if (minimum && amount.amountMinor < minimum.amountMinor) throw refusal('amount-too-small')
}

function planFor(attempt: Attempt, amount: Money, now: Instant): Pick<Plan, 'kind' | 'attempt'> {
  if (attempt.state === 'processing') throw refusal('payment-processing')
  const fits = attempt.amountMinor === amount.amountMinor && attempt.currency === amount.currency
  if (!fits || attempt.expiresAt! <= now) return { kind: 'close', attempt }
  if (attempt.providerReference !== null) return { kind: 'reuse', attempt }
  // The provider would find what is left of its time too short.
  const isStale = addMinutes(attempt.createdAt, START_MINUTES) <= now
  return { kind: isStale ? 'close' : 'start', attempt }
}

async function hasSeats(db: Kysely<Database>, orderId: string): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', ['held', 'confirmed'])
    .limit(1)
    .executeTakeFirst()
  return seat !== undefined
}
