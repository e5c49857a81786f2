import { givenUnpaidOrder, type Shop } from '#tests/support/stripe/given-shop.ts'
import type { ChangeRulesTable, RefundRulesTable } from '#db/schema.ts'
import { newId } from '#app/values/id.ts'
import { NOW } from '#tests/support/now.ts'

/** An order that was paid by card on its page, with its payment. */
export async function givenPaidOrder(shop: Shop, options: Parameters<typeof givenUnpaidOrder>[1] = {}) {
  const order = await givenUnpaidOrder(shop.db, { now: shop.now(), ...options })
  await shop.start(order.orderId)
  const { id: sessionId, intentId } = shop.stripe.latest()
  shop.stripe.pay(sessionId)
  const [attempt] = await shop.attempts(order.orderId)
  await shop.settle(attempt!.id)
  const payment = await shop.db
    .selectFrom('payments')
    .selectAll()
    .where('orderId', '=', order.orderId)
    .executeTakeFirstOrThrow()
  return { ...order, intentId, sessionId, payment }
}

export async function refundRule(shop: Shop, eventId: string, rule: Partial<RefundRulesTable> = {}) {
  const { db } = shop
  const { count } = await db
    .selectFrom('refundRules')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  const whole = { reason: 'any' as const, untilAt: null, percent: 10_000, feeMinor: 0, feeCurrency: null }
  await db
    .insertInto('refundRules')
    .values({ id: newId(NOW), eventId, position: Number(count), appliedByOn: null, ...whole, ...rule })
    .execute()
}

export async function changeRules(
  shop: Shop,
  eventId: string,
  rules: Partial<Omit<ChangeRulesTable, 'endsRefunded'>> = {},
) {
  const none = { editUntilAt: null, substituteUntilAt: null, convertUntilAt: null, changeUntilAt: null }
  await shop.db
    .insertInto('changeRules')
    .values({ eventId, ...none, substitution: 'free', refundAsks: 'refund', ...rules })
    .execute()
}

/** The attempts to give an order's money back, oldest first. */
export async function refundAttempts(shop: Shop, orderId: string) {
  return await shop.db.selectFrom('refundAttempts').selectAll().where('orderId', '=', orderId).orderBy('id').execute()
}

export async function entryKinds(shop: Shop, { isOpen = true } = {}): Promise<string[]> {
  const rows = await shop.db
    .selectFrom('financeEntries')
    .select(['kind', 'resolvedAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.filter(({ resolvedAt }) => !isOpen || resolvedAt === null).map(({ kind }) => kind)
}
