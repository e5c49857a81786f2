import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { settleAttempt } from '#app/payments/attempts/settle-attempt.server.ts'
import { connect } from '#db/connect.ts'

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

describe('the race table: settling a payment', () => {
  it('C.7 #6 a hundred at once, over several connections, have one effect', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const other = connect(shop.services.config.databaseUrl, 4)
    try {
      const settle = (db: typeof other) =>
        settleAttempt(db, shop.services.gateways, { attemptId: order.attemptId, now: shop.now() })
      const all = await Promise.all(Array.from({ length: 100 }, (_, at) => settle(at % 2 ? other : shop.db)))
      expect(all.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(1)
      expect(all.every(({ state }) => state === 'paid' || state === 'unknown')).toBe(true)
    } finally {
      await other.destroy()
    }
    expect(await paymentsOf(order.orderId)).toHaveLength(1)
    expect(await financeKinds()).toEqual([])
    expect(await mails('order-confirmed')).toHaveLength(1)
  })

  it('C.7 #2 settled already, the provider is not asked again', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    await shop.settle(order.attemptId)
    const asked = shop.stripe.requests.length
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'unchanged' })
    expect(shop.stripe.requests).toHaveLength(asked)
  })

  it('C.7 #8 what is paid stays paid, even if the provider then says expired', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    await shop.settle(order.attemptId)
    shop.stripe.alter(order.sessionId, { status: 'expired', paymentStatus: 'unpaid' })
    expect(await shop.settle(order.attemptId)).toMatchObject({ state: 'paid' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #9 a delayed method is on its way: the hold is extended, and there is no ticket yet', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'processing', outcome: 'processing' })
    shop.wait(5 * 24 * 60)
    await lapseHolds(shop.db, { now: shop.now() })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    expect(await mails('order-confirmed')).toEqual([])
  })

  it('C.7 #10 … and five days later it arrives', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    await shop.settle(order.attemptId)
    shop.wait(5 * 24 * 60)
    shop.stripe.finishDelayed(order.sessionId, 'succeeded')
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'confirmed' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #12 … or fails: the seats wait an hour for another try, and a mail says so', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    await shop.settle(order.attemptId)
    shop.wait(24 * 60)
    shop.stripe.finishDelayed(order.sessionId, 'failed')
    const before = (await mails('order-awaiting-payment')).length
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'failed', outcome: 'ended' })
    expect(await mails('order-awaiting-payment')).toHaveLength(before + 1)
    shop.wait(59)
    await lapseHolds(shop.db, { now: shop.now() })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    shop.wait(2)
    await lapseHolds(shop.db, { now: shop.now() })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
  })

  it('C.7 #12 after a failure one can pay again, on a new page', async () => {
    const order = await givenOpenPage()
    shop.stripe.payLater(order.sessionId)
    await shop.settle(order.attemptId)
    shop.stripe.finishDelayed(order.sessionId, 'failed')
    await shop.settle(order.attemptId)
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    expect(await shop.settle((await shop.attempts(order.orderId))[1]!.id)).toMatchObject({ outcome: 'confirmed' })
  })

  it('C.7 #11 late money without a seat is finance’s to see, and the payer is written to', async () => {
    const order = await givenOpenPage({ seats: 1 })
    const other = await loseSeatOf(order)
    shop.stripe.alter(order.sessionId, { status: 'complete', paymentStatus: 'paid', intentStatus: 'succeeded' })
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'late-money' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
    expect(await statesOf(shop.db, other.orderId)).toEqual(['held'])
    expect(await financeKinds()).toEqual(['late-money'])
    expect(await mails('late-payment')).toEqual([
      { subjectId: order.orderId, props: JSON.stringify({ amountMinor: 12_500, currency: 'USD' }) },
    ])
    await shop.settle(order.attemptId)
    expect(await mails('late-payment')).toHaveLength(1)
  })

  it.each([
    ['less', { amountTotal: 12_499 }, { amountMinor: 12_499, currency: 'USD' }],
    ['more', { amountTotal: 99_999 }, { amountMinor: 99_999, currency: 'USD' }],
    ['another currency', { currency: 'eur' }, { amountMinor: 12_500, currency: 'EUR' }],
  ])('C.7 #23 %s than expected confirms no seat, and finance knows', async (_, change, booked) => {
    const order = await givenOpenPage()
    shop.stripe.alter(order.sessionId, change)
    shop.stripe.pay(order.sessionId)
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'paid', outcome: 'amount-differs' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    expect(await paymentsOf(order.orderId)).toMatchObject([booked])
    expect(await financeKinds()).toEqual(['amount-differs'])
  })

  it.each([
    ['altered metadata', { metadata: { attempt: 'another' } }],
    ['another reference', { clientReferenceId: 'another' }],
  ])('C.7 #26 a page with %s is refused, and finance knows once', async (_, change) => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    shop.stripe.alter(order.sessionId, change)
    expect(await shop.settle(order.attemptId)).toEqual({ state: 'open', outcome: 'foreign' })
    await shop.settle(order.attemptId)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    expect(await financeKinds()).toEqual(['unmatched'])
  })

  it('C.7 #26 play money is refused where real money is meant', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    shop.services.gateways = shop.gateway(true)
    expect(await shop.settle(order.attemptId)).toMatchObject({ outcome: 'foreign' })
    expect(await paymentsOf(order.orderId)).toEqual([])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('C.7 #41 a card is declined, another one pays on the same page: one order, paid', async () => {
    const order = await givenOpenPage()
    shop.stripe.decline(order.sessionId)
    expect(await shop.settle(order.attemptId)).toMatchObject({ state: 'open' })
    shop.stripe.pay(order.sessionId)
    expect(await shop.settle(order.attemptId)).toMatchObject({ outcome: 'confirmed' })
    expect(await paymentsOf(order.orderId)).toHaveLength(1)
  })

  it('C.7 #30 the mail waits in the transaction of the money: after a crash it is there, once', async () => {
    const order = await givenOpenPage()
    shop.stripe.pay(order.sessionId)
    const { db } = shop
    await db.schema.alterTable('messages').renameTo('messages_away').execute()
    await expect(shop.settle(order.attemptId)).rejects.toThrow()
    await db.schema.alterTable('messages_away').renameTo('messages').execute()
    expect(await paymentsOf(order.orderId)).toEqual([])
    expect(await statesOf(db, order.orderId)).toEqual(['held'])
    expect(await shop.settle(order.attemptId)).toMatchObject({ outcome: 'confirmed' })
    expect(await mails('order-confirmed')).toHaveLength(1)
  })
})
