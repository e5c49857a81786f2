import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenOrderBy, startBy } from './given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { createLog } from '#app/adapters/log.ts'
import { createMetrics } from '#app/adapters/metrics.ts'
import { watchedGateway } from '#app/adapters/watched-gateway.ts'
import { waysFor } from '#app/payments/methods/ways-for.server.ts'
import { workingMethods } from '#app/payments/methods/ways-to-pay.ts'
import { newId } from '#app/values/id.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

describe('the race table: starting a payment', () => {
  it('C.7 #18 a double click leads to the same page', async () => {
    const order = await givenUnpaidOrder(shop.db)
    const [one, other] = await Promise.all([shop.start(order.orderId), shop.start(order.orderId)])
    expect(one.ok && one.value.redirectUrl).toBe(other.ok && other.value.redirectUrl)
    expect(await shop.start(order.orderId)).toEqual(one)
    expect(shop.stripe.sessions()).toHaveLength(1)
    expect(await shop.attempts(order.orderId)).toHaveLength(1)
  })

  it('C.7 #19 when the answer is lost after the page was made, the next try leads to that page', async () => {
    const order = await givenUnpaidOrder(shop.db)
    shop.stripe.fault({ on: 'create', how: 'done-then-lost', times: 3 })
    expect(await shop.start(order.orderId)).toMatchObject({ ok: false, refusals: [{ code: 'payment-unavailable' }] })
    expect(await shop.attempts(order.orderId)).toMatchObject([{ state: 'unknown', redirectUrl: null }])
    shop.wait(1)
    const started = await shop.start(order.orderId)
    expect(shop.stripe.sessions()).toHaveLength(1)
    expect(started).toEqual({ ok: true, value: { redirectUrl: shop.stripe.latest().url } })
  })

  it('C.7 #19 after some minutes it takes a new page instead, and nobody has seen the first', async () => {
    const order = await givenUnpaidOrder(shop.db)
    shop.stripe.fault({ on: 'create', how: 'done-then-lost', times: 3 })
    await shop.start(order.orderId)
    shop.wait(8)
    expect((await shop.start(order.orderId)).ok).toBe(true)
    expect((await shop.attempts(order.orderId)).map(({ state }) => state)).toEqual(['expired', 'open'])
  })

  it('C.7 #21 a key that meets other parameters gives way to a new attempt', async () => {
    const order = await givenUnpaidOrder(shop.db)
    shop.stripe.fault({ on: 'create', how: 'done-then-lost', times: 3 })
    await shop.start(order.orderId, 'en')
    const started = await shop.start(order.orderId, 'fr')
    expect(started.ok).toBe(true)
    expect((await shop.attempts(order.orderId)).map(({ state }) => state)).toEqual(['failed', 'open'])
  })

  it('C.7 #22 an amount that has changed closes the old page before a new one is made', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    await addLine(order.orderId, -2_500)
    const started = await shop.start(order.orderId)
    const [old, fresh] = shop.stripe.sessions()
    expect(old!.status).toBe('expired')
    expect(fresh).toMatchObject({ status: 'open', amountTotal: 10_000 })
    expect(started).toEqual({ ok: true, value: { redirectUrl: fresh!.url } })
    expect((await shop.attempts(order.orderId)).map(({ state }) => state)).toEqual(['expired', 'open'])
  })

  it('C.7 #22 while the old page cannot be closed, no second one is made', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    await addLine(order.orderId, -2_500)
    shop.stripe.fault({ on: 'expire', how: 503, times: 3 })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'payment-unavailable' }] })
    expect(shop.stripe.sessions()).toHaveLength(1)
  })

  it('C.7 #38 a free order never goes to the provider', async () => {
    const order = await givenUnpaidOrder(shop.db, { price: 0 })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'nothing-due' }] })
    expect(shop.stripe.requests).toEqual([])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #39 a total below what a card can pay is said before the provider is asked', async () => {
    const order = await givenUnpaidOrder(shop.db, { price: 49 })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'amount-too-small' }] })
    expect(shop.stripe.requests).toEqual([])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('C.7 #39 … and after, where only the provider knows', async () => {
    const order = await givenUnpaidOrder(shop.db, { price: 40, currency: 'ZAR', ticket: { currency: 'ZAR' } })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'amount-too-small' }] })
  })

  it.each([429, 500, 502, 503] as const)(
    'C.7 #42 while the provider answers %i the seats stay held, and the next try works',
    async (how) => {
      const order = await givenUnpaidOrder(shop.db)
      shop.stripe.fault({ on: 'create', how, times: 3 })
      expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'payment-unavailable' }] })
      expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
      shop.stripe.heal()
      expect((await shop.start(order.orderId)).ok).toBe(true)
    },
  )

  it.each([
    ['a key that the provider does not know', 401],
    ['an account that may not take money', 403],
  ] as const)('C.7 #43 %s hides the card, tells an operator, and the other ways work', async (_, how) => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    const logged: string[] = []
    const log = createLog('silent')
    log.error = ((_facts: object, text: string) => void logged.push(text)) as typeof log.error
    const metrics = createMetrics()
    const card = watchedGateway(shop.gateway().card, { clock: { now: shop.now }, log, metrics })
    shop.services.gateways = { ...shop.services.gateways, card }
    const ways = async () => {
      const all = await waysFor(shop.db, shop.services.gateways, { orderId: order.orderId, now: shop.now() })
      return all.filter(({ closed }) => closed === null).map(({ method }) => method)
    }
    const begin = (method?: 'bank-transfer') => startBy(shop.services, order.orderId, shop.now(), method)
    expect(await ways()).toContain('card')
    shop.stripe.fault({ on: 'create', how })
    expect(await begin()).toMatchObject({ refusals: [{ code: 'payment-unavailable' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    expect(await ways()).not.toContain('card')
    expect(workingMethods(shop.services.gateways, ['card', 'desk'])).toEqual(['desk'])
    expect(workingMethods(shop.services.gateways, ['card'])).toEqual(['card'])
    expect(logged).toEqual(['the payment provider does not accept our key or our account'])
    expect((await metrics.render()).text).toContain('plenary_gateway_working{method="card"} 0')
    expect(await begin('bank-transfer')).toEqual({ ok: true, value: { redirectUrl: null } })
    shop.wait(6)
    expect(await ways()).toContain('card')
    expect(await begin()).toMatchObject({ ok: true })
  })

  it('C.7 #47 the provider hears seconds since 1970 only', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    expect(shop.stripe.requests[0]!.params['expires_at']).toBe(String(Date.UTC(2026, 10, 21, 12, 35) / 1000))
  })
})

async function addLine(orderId: string, amountMinor: number): Promise<void> {
  await shop.db
    .insertInto('orderLines')
    .values({
      id: newId(shop.now()),
      orderId,
      position: 99,
      kind: 'adjustment',
      ticketTypeId: null,
      registrationId: null,
      priceStepKind: null,
      description: 'Courtesy',
      amountMinor,
      currency: 'USD',
      createdAt: shop.now(),
    })
    .execute()
}
