import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

/** An order whose payment page is open. */
async function givenOpenPage(options: Parameters<typeof givenUnpaidOrder>[1] = {}) {
  const order = await givenUnpaidOrder(shop.db, options)
  await shop.start(order.orderId)
  const [attempt] = await shop.attempts(order.orderId)
  return { ...order, attemptId: attempt!.id, sessionId: attempt!.providerReference! }
}

async function financeKinds() {
  const rows = await shop.db.selectFrom('financeEntries').select('kind').orderBy('kind').execute()
  return rows.map(({ kind }) => kind)
}

async function mails(template: string) {
  return await shop.db.selectFrom('messages').select(['subjectId', 'props']).where('template', '=', template).execute()
}

async function paymentsOf(orderId: string) {
  return await shop.db.selectFrom('payments').selectAll().where('orderId', '=', orderId).execute()
}

/** Lets a hold run out and gives its seat to somebody else. */
async function loseSeatOf(order: Awaited<ReturnType<typeof givenOpenPage>>) {
  await shop.db.updateTable('paymentAttempts').set({ state: 'expired' }).where('id', '=', order.attemptId).execute()
  await shop.db
    .updateTable('auditEntries')
    .set({ action: 'payment-attempt.expired' })
    .where('objectId', '=', order.attemptId)
    .execute()
  shop.wait(60)
  await lapseHolds(shop.db, { now: shop.now() })
  return await givenUnpaidOrder(shop.db, { event: order.event, now: shop.now() })
}

describe('settling an attempt', () => {
  it('books the money once and confirms the seats', async () => {
    const order = await givenOpenPage({ people: 2 })
    shop.stripe.pay(order.sessionId)
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'confirmed' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed', 'confirmed'])
    expect(await paymentsOf(order.orderId)).toMatchObject([
      { amountMinor: 25_000, currency: 'USD', method: 'card', attemptId: order.attemptId },
    ])
    expect(await mails('order-confirmed')).toHaveLength(1)
  })

  it('leaves an open page open', async () => {
    const order = await givenOpenPage()
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'open', outcome: 'unchanged' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('late money takes the seat again when one is free', async () => {
    const order = await givenOpenPage({ seats: 2 })
    await loseSeatOf(order)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
    shop.stripe.alter(order.sessionId, { status: 'complete', paymentStatus: 'paid', intentStatus: 'succeeded' })
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'confirmed' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it.each(['lost', 'garbled', 429, 503, 401] as const)(
    'when the provider’s answer is %s the attempt is being checked, never failed, and keeps its seats',
    async (how) => {
      const order = await givenOpenPage()
      shop.stripe.pay(order.sessionId)
      shop.stripe.fault({ on: 'retrieve', how, times: 3 })
      expect(await shop.settle(order.attemptId)).toEqual({ state: 'unknown', outcome: 'unknown' })
      shop.wait(600)
      await lapseHolds(shop.db, { now: shop.now() })
      expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
      shop.stripe.heal()
      expect(await shop.settle(order.attemptId)).toMatchObject({ outcome: 'confirmed' })
    },
  )

  it('a second payment of the same order is finance’s to return', async () => {
    const order = await givenOpenPage()
    await shop.db.updateTable('paymentAttempts').set({ state: 'expired' }).where('id', '=', order.attemptId).execute()
    await shop.start(order.orderId)
    const [first, second] = await shop.attempts(order.orderId)
    for (const attempt of [first!, second!]) {
      shop.stripe.pay(attempt.providerReference!)
      await shop.settle(attempt.id)
    }
    expect(await paymentsOf(order.orderId)).toHaveLength(2)
    expect(await financeKinds()).toEqual(['overpaid'])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })
})
