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
const payments = () => shop.db.selectFrom('payments').selectAll().execute()
const told = (kind: string) => shop.stripe.notifications.find((one) => one.kind === kind)!

describe('the race table: notifications', () => {
  it('C.7 #1 #4 the webhook alone settles the order, and writes the mail', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    const mails = await shop.db.selectFrom('messages').select('id').where('template', '=', 'order-confirmed').execute()
    expect(mails).toHaveLength(1)
    expect(await stored()).toMatchObject([{ kind: 'checkout.session.completed', outcome: 'confirmed' }])
  })

  it('C.7 #1 #2 browser and webhook in either order, or at once, have one effect', async () => {
    for (const order of ['browser first', 'webhook first', 'at once']) {
      const { code, key, sessionId } = await givenOpenPage()
      shop.stripe.pay(sessionId)
      const webhook = () => deliver(shop.stripe.notifications.at(-1)!)
      const browser = () => shop.get(`/orders/${code}/return?key=${key}&session=${sessionId}`)
      if (order === 'browser first') await browser()
      const [status, response] =
        order === 'at once' ? await Promise.all([webhook(), browser()]) : [await webhook(), await browser()]
      expect(status).toBe(200)
      expect(response.status).toBe(303)
      expect(response.headers.get('Location')).toBe(`/orders/${code}?key=${key}`)
    }
    expect(await payments()).toHaveLength(3)
  })

  it('C.7 #6 the same one five times, and a hundred at once, has one effect, and all are answered 200', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const notification = told('checkout.session.completed')
    const statuses = await Promise.all(Array.from({ length: 100 }, () => deliver(notification)))
    for (let again = 0; again < 5; again++) statuses.push(await deliver(notification))
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await payments()).toHaveLength(1)
    expect(await stored()).toHaveLength(1)
  })

  it('C.7 #8 expired after completed changes nothing', async () => {
    const order = await givenOpenPage()
    const { sessionId } = order
    shop.stripe.pay(sessionId)
    await deliver(told('checkout.session.completed'))
    const late = shop.stripe.notify('checkout.session.expired', { id: sessionId, object: 'checkout.session' })
    expect(await deliver(late)).toBe(200)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #9 #10 reordered: succeeded before completed is one payment', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    shop.stripe.finishDelayed(order.sessionId, 'succeeded')
    expect(await deliver(told('checkout.session.async_payment_succeeded'))).toBe(200)
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await payments()).toHaveLength(1)
  })

  it.each<[string, { signedWith?: string; timestamp?: number }]>([
    ['another secret', { signedWith: 'whsec_other' }],
    ['a time long ago', { timestamp: -400 }],
    ['a time to come', { timestamp: 400 }],
  ])('C.7 #27 %s is answered 400, and nothing is kept', async (_, { timestamp, ...how }) => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const at = Math.floor(Date.parse(shop.now()) / 1000) + (timestamp ?? 0)
    const session = { id: order.sessionId, object: 'checkout.session' }
    expect(await deliver(shop.stripe.notify('checkout.session.completed', session, { timestamp: at, ...how }))).toBe(
      400,
    )
    expect(await stored()).toEqual([])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('C.7 #27 a body that was parsed and written again, an empty one, no signature, and no JSON are answered 400', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const { body, headers } = told('checkout.session.completed')
    const forged = [
      { body: JSON.stringify(JSON.parse(body), null, 1), headers },
      { body: '', headers },
      { body: `${body} `, headers },
      { body, headers: { ...headers, 'Stripe-Signature': '' } },
      { body, headers: { ...headers, 'Stripe-Signature': 't=x,v1=y' } },
    ]
    for (const one of forged) expect(await deliver(one)).toBe(400)
    expect(await stored()).toEqual([])
  })

  it('C.7 #26 another account’s is kept as refused, and has no effect', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const session = { id: order.sessionId, object: 'checkout.session' }
    const event = { account: 'acct_other' }
    expect(await deliver(shop.stripe.notify('checkout.session.completed', session, { event }))).toBe(200)
    expect(await stored()).toMatchObject([{ outcome: 'refused' }])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('C.7 #26 play money is refused where real money is meant', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    shop.services.gateways = shop.gateway(true)
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await stored()).toMatchObject([{ outcome: 'refused' }])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('C.7 #29 while the database is away it must come again; then its effect is once', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    await shop.db.schema.alterTable('provider_events').renameTo('provider_events_away').execute()
    expect(await deliver(told('checkout.session.completed'))).toBe(500)
    await shop.db.schema.alterTable('provider_events_away').renameTo('provider_events').execute()
    expect(await deliver(told('checkout.session.completed'))).toBe(200)
    expect(await payments()).toHaveLength(1)
  })
})
