import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

describe('starting a payment', () => {
  it('leads to the provider’s page, and holds the seats until it has ended and ten minutes longer', async () => {
    const order = await givenUnpaidOrder(shop.db)
    const started = await shop.start(order.orderId)
    const session = shop.stripe.latest()
    expect(started).toEqual({ ok: true, value: { redirectUrl: session.url } })
    expect(session).toMatchObject({ amountTotal: 12_500, currency: 'usd', status: 'open' })
    const [attempt] = await shop.attempts(order.orderId)
    expect(attempt).toMatchObject({ number: 1, state: 'open', amountMinor: 12_500, providerReference: session.id })
    expect(attempt!.expiresAt).toBe('2026-11-21T12:35:00.000Z')
    const { heldUntil } = await shop.db.selectFrom('registrations').select('heldUntil').executeTakeFirstOrThrow()
    expect(heldUntil! >= '2026-11-21T12:45:00.000Z').toBe(true)
  })

  it('tells the provider no name, and the address only where the receipt goes', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    const { params } = shop.stripe.requests[0]!
    expect(params['customer_email']).toBe('person-1@example.org')
    const rest = JSON.stringify({ ...params, customer_email: '' })
    expect(rest).not.toContain('person-1')
    expect(rest).not.toContain('Person 1')
  })

  it('settles instead when the page was finished in another window', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'nothing-due' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('does not ask twice for money that is on its way', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    shop.stripe.payLater(shop.stripe.latest().id)
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'payment-processing' }] })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'payment-processing' }] })
  })

  it('refuses an order whose event is cancelled', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await cancelEvent(shop.db, { eventId: order.event.id, now: shop.now(), actor: { kind: 'visitor' } })
    expect(await shop.start(order.orderId)).toMatchObject({ refusals: [{ code: 'order-closed' }] })
  })

  it('speaks the reader’s language where the provider does, else English', async () => {
    for (const [language, locale] of [
      ['fr', 'fr'],
      ['ar', 'en'],
    ] as const) {
      const order = await givenUnpaidOrder(shop.db)
      await shop.start(order.orderId, language)
      expect(shop.stripe.requests.at(-1)!.params['locale']).toBe(locale)
    }
  })
})
