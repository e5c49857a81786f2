import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'
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

/** What the worker does, in its order. */
async function work() {
  const input = { now: shop.now() }
  const closed = await closeOverdueAttempts(shop.db, shop.services.gateways, input)
  await lapseHolds(shop.db, input)
  const reconciled = await reconcilePayments(shop.db, shop.services.gateways, input)
  return { closed, reconciled }
}

async function givenOpenPage() {
  const order = await givenUnpaidOrder(shop.db, { now: shop.now() })
  await shop.start(order.orderId)
  return { ...order, sessionId: shop.stripe.latest().id }
}

describe('the race table: what the jobs do', () => {
  it('C.7 #5 without browser and webhook the money is found', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    shop.wait(2)
    expect((await work()).reconciled).toEqual({ checked: 1, paid: 1, unknown: 0 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #13 a page whose time is over is closed, and then the seats lapse', async () => {
    const order = await givenOpenPage()
    shop.wait(36)
    expect((await work()).closed).toEqual({ closed: 1, settled: 0, kept: 0 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    shop.wait(10)
    await work()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
  })

  it('C.7 #14 a page that is over at the provider, and still open here, is closed before its seats go', async () => {
    const order = await givenOpenPage()
    shop.wait(60)
    await work()
    expect(shop.stripe.sessions()[0]!.status).toBe('expired')
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'order-closed' }] })
  })

  it('C.7 #15 while the provider cannot close it, the seats stay held; the next run tries again', async () => {
    const order = await givenOpenPage()
    shop.stripe.alter(order.sessionId, { expiresAt: Number.MAX_SAFE_INTEGER })
    shop.wait(60)
    shop.stripe.fault({ on: 'expire', how: 'lost', times: 3 })
    expect((await work()).closed).toEqual({ closed: 0, settled: 0, kept: 1 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    shop.wait(2)
    expect((await work()).closed).toEqual({ closed: 1, settled: 0, kept: 0 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
  })

  it('C.7 #16 paid one second before the end, found ten minutes later: the seat is theirs', async () => {
    const order = await givenOpenPage()
    shop.wait(34.98)
    shop.stripe.pay(order.sessionId)
    shop.wait(10)
    expect((await work()).closed).toEqual({ closed: 0, settled: 1, kept: 0 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })
})
