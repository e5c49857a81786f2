import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, statesOf } from '#tests/support/stripe/given-shop.ts'
import type { Notification } from '#tests/support/stripe/notifications.ts'
import { orderKey } from '#app/registrations/order-key.ts'

const open = () => givenShop(testApp)
let shop: Awaited<ReturnType<typeof open>>

beforeEach(async () => {
  shop = await open()
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

/** As Stripe posts: no cookie, no origin that is ours. */
async function deliver({ body, headers }: Pick<Notification, 'body' | 'headers'>): Promise<number> {
  const init = { method: 'POST', body, headers: { ...headers, Origin: 'https://stripe.example' } }
  return (await shop.fetch('/webhooks/stripe', init)).status
}

async function givenOpenPage() {
  const order = await givenUnpaidOrder(shop.db)
  await shop.start(order.orderId)
  const key = orderKey(shop.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
  return { ...order, key, sessionId: shop.stripe.latest().id }
}

const stored = () => shop.db.selectFrom('providerEvents').selectAll().orderBy('id').execute()
const told = (kind: string) => shop.stripe.notifications.find((one) => one.kind === kind)!

describe('Stripe’s notifications', () => {
  it('what it claims is not believed: completed about an open page confirms nothing', async () => {
    const order = await givenOpenPage()
    const claim = { id: order.sessionId, object: 'checkout.session', status: 'complete', payment_status: 'paid' }
    expect(await deliver(shop.stripe.notify('checkout.session.completed', claim))).toBe(200)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('a page that ended at the provider ends here, and its seats stay for another try', async () => {
    const order = await givenOpenPage()
    shop.stripe.expire(order.sessionId)
    expect(await deliver(told('checkout.session.expired'))).toBe(200)
    expect(await shop.attempts(order.orderId)).toMatchObject([{ state: 'expired' }])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('reaches an attempt before we could write down what the provider calls it', async () => {
    const order = await givenUnpaidOrder(shop.db)
    shop.stripe.fault({ on: 'create', how: 'done-then-lost', times: 3 })
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('a kind that nobody knows, and a page that is not ours, are noted and left alone', async () => {
    expect(await deliver(shop.stripe.notify('customer.created', { id: 'cus_1', object: 'customer' }))).toBe(200)
    const foreign = { id: 'cs_other', object: 'checkout.session', client_reference_id: 'other' }
    expect(await deliver(shop.stripe.notify('checkout.session.completed', foreign))).toBe(200)
    expect((await stored()).map(({ outcome }) => outcome)).toEqual(['ignored', 'unmatched'])
  })

  it('one that failed to settle is worked on again when it comes again', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    shop.stripe.fault({ on: 'retrieve', how: 429 })
    expect(await deliver(told('checkout.session.completed'))).toBe(503)
    expect(await stored()).toMatchObject([{ outcome: 'received' }])
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('takes no other method, and no body that is too large', async () => {
    expect((await shop.get('/webhooks/stripe')).status).toBe(405)
    expect((await shop.fetch('/webhooks/stripe', { method: 'PUT', body: 'x' })).status).toBe(405)
    expect(await deliver({ ...shop.stripe.notify('x', {}), body: 'x'.repeat(600_000) })).toBe(413)
  })
})

describe('paying in a browser', () => {
  it('the button leads to the provider’s page, and the way back to the order', async () => {
    const order = await givenUnpaidOrder(shop.db)
    const key = orderKey(shop.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
    const response = await shop.post(`/orders/${order.code}/pay?key=${key}`, {})
    expect(response.status).toBe(303)
    const session = shop.stripe.latest()
    expect(response.headers.get('Location')).toBe(session.url)
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    const page = await fetch(session.url, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'pay' }),
      redirect: 'manual',
    })
    const back = await shop.get(page.headers.get('Location')!)
    expect(back.headers.get('Location')).toBe(`/orders/${order.code}?key=${key}`)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('says why when there is nothing to lead to', async () => {
    const order = await givenUnpaidOrder(shop.db)
    const key = orderKey(shop.services.config.secret, { id: order.orderId, keyVersion: order.keyVersion })
    shop.stripe.fault({ on: 'create', how: 429 })
    const response = await shop.post(`/fr/orders/${order.code}/pay?key=${key}`, {})
    expect(response.headers.get('Location')).toBe(`/fr/orders/${order.code}?key=${key}&payment=payment-unavailable`)
  })

  it.each(['pay', 'return'])('without the key, with another’s, or for no order, /%s is not there', async (what) => {
    const order = await givenUnpaidOrder(shop.db)
    for (const path of [
      `/orders/${order.code}/${what}`,
      `/orders/${order.code}/${what}?key=x`,
      `/orders/PAAA-AAAA/${what}?key=x`,
    ]) {
      const response = what === 'pay' ? await shop.post(path, {}) : await shop.get(path)
      expect(response.status).toBe(404)
    }
    expect(shop.stripe.requests).toEqual([])
  })
})
