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

describe('the jobs that look after payments', () => {
  it('does not ask about an attempt more than once a minute', async () => {
    await givenOpenPage()
    shop.wait(2)
    expect((await work()).reconciled.checked).toBe(1)
    expect((await work()).reconciled.checked).toBe(0)
    shop.wait(2)
    expect((await work()).reconciled.checked).toBe(1)
  })

  it('asks about those first that have waited longest, so many in a run', async () => {
    for (let orders = 0; orders < 5; orders++) await givenOpenPage()
    shop.wait(2)
    const asked = new Set<string>()
    for (let run = 0; run < 3; run++) {
      const before = shop.stripe.requests.length
      await reconcilePayments(shop.db, shop.services.gateways, { now: shop.now(), limit: 2 })
      const paths = shop.stripe.requests.slice(before).map(({ path }) => path)
      expect(paths.length).toBeLessThanOrEqual(2)
      for (const path of paths) asked.add(path)
    }
    expect(asked.size).toBe(5)
  })

  it('a delayed payment is never closed, only watched', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    shop.wait(2)
    await work()
    shop.wait(24 * 60)
    expect((await work()).closed).toEqual({ closed: 0, settled: 0, kept: 0 })
    shop.stripe.finishDelayed(order.sessionId, 'succeeded')
    shop.wait(2)
    expect((await work()).reconciled.paid).toBe(1)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('what was said to have failed, and arrives after all, is found without a webhook', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    shop.wait(2)
    await work()
    shop.stripe.finishDelayed(order.sessionId, 'failed')
    shop.wait(2)
    await work()
    expect(await shop.attempts(order.orderId)).toMatchObject([{ state: 'failed' }])
    shop.stripe.finishDelayed(order.sessionId, 'succeeded')
    shop.wait(61)
    expect((await work()).reconciled.paid).toBe(1)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('an attempt that never got a page is closed without asking anybody', async () => {
    const order = await givenUnpaidOrder(shop.db)
    shop.stripe.fault({ on: 'create', how: 'done-then-lost', times: 3 })
    await shop.start(order.orderId)
    const asked = shop.stripe.requests.length
    shop.wait(60)
    await work()
    expect(shop.stripe.requests).toHaveLength(asked)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
  })

  it('gives a provider that is away a rest', async () => {
    for (let orders = 0; orders < 5; orders++) await givenOpenPage()
    shop.wait(2)
    shop.stripe.fault({ on: 'retrieve', how: 429, times: 100 })
    expect((await work()).reconciled).toEqual({ checked: 3, paid: 0, unknown: 3 })
  })
})
