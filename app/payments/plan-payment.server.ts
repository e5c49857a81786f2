import type { Kysely } from 'kysely'
import { GRACE_MINUTES, SESSION_MINUTES, START_MINUTES } from './attempt-times.ts'
import { balanceOf } from './balance.server.ts'
import { extendHolds } from './extend-holds.server.ts'
import type { PaymentGateway } from './gateway.ts'
import { type Attempt, findAttempt, lockOrder } from './lock-attempt.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { IN_FLIGHT } from '#app/registrations/in-flight.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface OrderToPay {
  id: string
  code: string
  keyVersion: number
  eventId: string
  title: string
  email: string
}

export type PlanRefusal = 'nothing-due' | 'order-closed' | 'payment-processing' | 'amount-too-small'

/** What to do next: begin (or ask again for) a page, use the one that is open, or close one that no longer fits. */
export interface Plan {
  kind: 'start' | 'reuse' | 'close'
  attempt: Attempt
  order: OrderToPay
}

/** Decides under the order's lock, and writes down a new attempt before the provider hears of it. */
export async function planPayment(
  db: Kysely<Database>,
  gateway: PaymentGateway,
  { orderId, now }: { orderId: string; now: Instant },
): Promise<Result<Plan, PlanRefusal | 'busy'>> {
  return await transact<Plan, PlanRefusal>(db, async (db) => {
    await lockOrder(db, orderId)
    const order = await orderToPay(db, orderId)
    if (!order) throw new Refused<PlanRefusal>({ code: 'order-closed' })
    const balance = (await balanceOf(db, orderId))!
    if (balance.due <= 0 || balance.currency === null) throw new Refused<PlanRefusal>({ code: 'nothing-due' })
    const amount = { amountMinor: balance.due, currency: balance.currency }

    const attempt = await latestInFlight(db, orderId)
    if (attempt) return { ...planFor(attempt, amount, now), order }

    const minimum = gateway.minimumOf(amount.currency)
    if (minimum && amount.amountMinor < minimum.amountMinor)
      throw new Refused<PlanRefusal>({ code: 'amount-too-small' })
    // First the write: a lapse that was quicker is seen, one that comes later waits.
    await extendHolds(db, orderId, addMinutes(now, GRACE_MINUTES), now)
    if (!(await hasSeats(db, orderId))) throw new Refused<PlanRefusal>({ code: 'order-closed' })
    return { kind: 'start', attempt: await newAttempt(db, order, gateway.method, amount, now), order }
  })
}

function planFor(attempt: Attempt, amount: Money, now: Instant): Omit<Plan, 'order'> {
  if (attempt.state === 'processing') throw new Refused<PlanRefusal>({ code: 'payment-processing' })
  const fits = attempt.amountMinor === amount.amountMinor && attempt.currency === amount.currency
  if (!fits || attempt.expiresAt! <= now) return { kind: 'close', attempt }
  if (attempt.redirectUrl !== null) return { kind: 'reuse', attempt }
  // The provider would find what is left of its time too short.
  const isStale = attempt.providerReference === null && addMinutes(attempt.createdAt, START_MINUTES) <= now
  return { kind: isStale ? 'close' : 'start', attempt }
}

async function orderToPay(db: Kysely<Database>, orderId: string): Promise<OrderToPay | null> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('eventTexts', (join) =>
      join.onRef('eventTexts.eventId', '=', 'events.id').onRef('eventTexts.language', '=', 'events.language'),
    )
    .select(['orders.id', 'orders.code', 'orders.keyVersion', 'orders.eventId', 'people.email', 'eventTexts.title'])
    .where('orders.id', '=', orderId)
    .where('events.status', '<>', 'cancelled')
    .executeTakeFirst()
  return order?.email ? { ...order, email: order.email, title: order.title ?? '' } : null
}

async function latestInFlight(db: Kysely<Database>, orderId: string): Promise<Attempt | undefined> {
  const latest = await db
    .selectFrom('paymentAttempts')
    .select('id')
    .where('orderId', '=', orderId)
    .where('state', 'in', IN_FLIGHT)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return latest && (await findAttempt(db, latest.id))
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

async function newAttempt(
  db: Kysely<Database>,
  order: OrderToPay,
  method: string,
  amount: Money,
  now: Instant,
): Promise<Attempt> {
  const last = await db
    .selectFrom('paymentAttempts')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('orderId', '=', order.id)
    .executeTakeFirst()
  const row = {
    id: newId(now),
    orderId: order.id,
    number: Number(last?.number ?? 0) + 1,
    method,
    state: 'starting' as const,
    ...amount,
    providerReference: null,
    redirectUrl: null,
    expiresAt: addMinutes(now, SESSION_MINUTES),
    checkedAt: now,
    createdAt: now,
    updatedAt: now,
  }
  await db.insertInto('paymentAttempts').values(row).execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'visitor' },
      action: 'payment-attempt.starting',
      objectKind: 'payment-attempt',
      objectId: row.id,
      eventId: order.eventId,
      after: { state: 'starting', orderId: order.id, number: row.number, ...amount },
    },
  ])
  return { ...row, eventId: order.eventId, orderCode: order.code }
}
