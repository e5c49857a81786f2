import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryKinds, givenPaidOrder, refundAttempts } from './given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { decideRefund } from '#app/payments/refunds/decide-refund.server.ts'
import { markRefundSent } from '#app/payments/refunds/mark-refund-sent.server.ts'
import { reconcileRefunds } from '#app/payments/refunds/reconcile-refunds.server.ts'
import { type RefundRequest, requestRefund } from '#app/payments/refunds/request-refund.server.ts'
import { retryRefund } from '#app/payments/refunds/retry-refund.server.ts'
import { sendRefund, sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { settleRefunds } from '#app/payments/refunds/settle-refunds.server.ts'
import { addLines } from '#app/registrations/changes/add-lines.server.ts'
import { transact } from '#db/transact.ts'
import { connect } from '#db/connect.ts'

let shop: Shop
let finance: string

beforeEach(async () => {
  shop = await givenShop(testServices)
  finance = (await givenAccount(shop.db, 'finance@plenary.example', [{ role: 'finance', scope: 'installation' }]))
    .accountId
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

type Paid = Awaited<ReturnType<typeof givenPaidOrder>>

/** So much is taken off the order, and asked back. */
async function askBack(order: Paid, amountMinor: number, more: Partial<RefundRequest> = {}) {
  const { orderId } = order
  const currency = order.payment.currency
  return await transact(shop.db, async (db) => {
    const line = { kind: 'adjustment' as const, description: 'Less', amountMinor: -amountMinor, currency }
    await addLines(db, { orderId, now: shop.now(), lines: [line] })
    const request = { orderId, amount: { amountMinor, currency }, cause: 'goodwill' as const }
    const actor = { kind: 'system' as const }
    return await requestRefund(db, shop.services.gateways, { ...request, now: shop.now(), actor, ...more })
  })
}

const send = () => sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
const settle = (order: Paid) =>
  settleRefunds(shop.db, shop.services.gateways, { paymentId: order.payment.id, now: shop.now() })
const refunds = (order: Paid) =>
  shop.db.selectFrom('refunds').selectAll().where('orderId', '=', order.orderId).orderBy('id').execute()
const mails = () => shop.db.selectFrom('messages').select('props').where('template', '=', 'refund-sent').execute()
const asked = () => shop.stripe.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds')
const decided = (attemptId: string) => ({ attemptId, accountId: finance, reach: 'all' as const, now: shop.now() })

describe('sending money back', () => {
  it('asks the provider once, with the key of the attempt, and books it once', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 2500)
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'starting', way: 'provider', number: 1 }])
    expect(await refunds(order)).toEqual([])
    await send()
    await send()
    expect(asked()).toMatchObject([
      { idempotencyKey: `refund:${order.payment.id}:1`, params: { payment_intent: order.intentId, amount: '2500' } },
    ])
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'done' }])
    expect(await refunds(order)).toMatchObject([{ amountMinor: 2500, currency: 'USD', reason: 'goodwill' }])
    expect(await balanceOf(shop.db, order.orderId)).toMatchObject({ lines: 10_000, refunded: 2500, due: 0 })
    expect(await mails()).toHaveLength(1)
  })

  it('C.7 #32 stays pending until the provider says that it went through', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundsBegin('pending')
    await askBack(order, 12_500)
    await send()
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([
      { state: 'pending', providerReference: 're_0001' },
    ])
    expect(await refunds(order)).toEqual([])
    shop.stripe.moveRefund('re_0001', 'succeeded')
    expect(await settle(order)).toBe('settled')
    expect(await settle(order)).toBe('unchanged')
    expect(await refunds(order)).toHaveLength(1)
  })

  it('what nobody told us of is asked about by the job', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundsBegin('pending')
    await askBack(order, 12_500)
    await send()
    shop.stripe.moveRefund('re_0001', 'succeeded')
    await reconcileRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await refunds(order)).toEqual([])
    shop.wait(61)
    await reconcileRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await refunds(order)).toHaveLength(1)
  })

  it('C.7 #33 twice in part is right, and beyond what was paid is refused before any call', async () => {
    const order = await givenPaidOrder(shop)
    expect(await askBack(order, 5000)).toMatchObject({ ok: true })
    await send()
    expect(await askBack(order, 5000)).toMatchObject({ ok: true })
    // The second one is not sent yet, and counts.
    expect(await askBack(order, 5000)).toMatchObject({ ok: false, refusals: [{ code: 'refund-too-much' }] })
    await send()
    expect(await refunds(order)).toHaveLength(2)
    expect(asked()).toHaveLength(2)
    expect(asked().map(({ idempotencyKey }) => idempotencyKey?.at(-1))).toEqual(['1', '2'])
  })

  it('C.7 #33 the provider’s own refusal is an entry of finance’s, and the balance stays', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 12_500)
    shop.stripe.refundInDashboard(order.intentId)
    await send()
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'failed' }])
    expect(await entryKinds(shop)).toEqual(['refund-failed'])
    expect(await refunds(order)).toEqual([])
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(-12_500)
    // What had gone back in the dashboard is booked when it is heard of.
    await settle(order)
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
  })

  it.each(['lost', 'done-then-lost', 'garbled', 429, 500, 503] as const)(
    'an answer that is %s is unknown, and asked again with the same key: sent once',
    async (how) => {
      const order = await givenPaidOrder(shop)
      await askBack(order, 2500)
      shop.stripe.fault({ on: 'refund', how, times: 3 })
      expect(await send()).toEqual({ sent: 0, unknown: 1 })
      expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'unknown' }])
      shop.stripe.heal()
      expect(await send()).toEqual({ sent: 0, unknown: 0 })
      shop.wait(24 * 60)
      await send()
      if (how !== 500 && how !== 503) expect(await refunds(order)).toHaveLength(1)
      expect([...shop.stripe.refunds.values()].length).toBeLessThanOrEqual(1)
      expect(new Set(asked().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    },
  )

  it('one that fails later is finance’s to see, and can be sent another way', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundsBegin('pending')
    await askBack(order, 12_500)
    await send()
    shop.stripe.moveRefund('re_0001', 'failed')
    await settle(order)
    await settle(order)
    const [failed] = await refundAttempts(shop, order.orderId)
    expect(failed).toMatchObject({ state: 'failed' })
    expect(await entryKinds(shop)).toEqual(['refund-failed'])
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(-12_500)
    const retry = { ...decided(failed!.id), way: 'bank' as const }
    expect(await retryRefund(shop.db, shop.services.gateways, retry)).toMatchObject({ ok: true })
    expect(await retryRefund(shop.db, shop.services.gateways, retry)).toMatchObject({
      refusals: [{ code: 'refund-decided' }],
    })
    const [, manual] = await refundAttempts(shop, order.orderId)
    expect(manual).toMatchObject({ state: 'manual', way: 'bank' })
    expect(await entryKinds(shop)).toEqual(['refund-manual'])
    await markRefundSent(shop.db, { ...decided(manual!.id), reference: 'SEPA-1' })
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
    expect(await entryKinds(shop)).toEqual([])
  })

  it('one that had succeeded and comes back is money that came: the order is owed it again', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 12_500)
    await send()
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
    shop.stripe.moveRefund('re_0001', 'failed')
    await settle(order)
    await settle(order)
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(-12_500)
    const [failed] = await refundAttempts(shop, order.orderId)
    // By the way it came it would only come back again.
    await retryRefund(shop.db, shop.services.gateways, { ...decided(failed!.id), way: 'as-paid' })
    const [, manual] = await refundAttempts(shop, order.orderId)
    expect(manual).toMatchObject({ state: 'manual', way: 'bank' })
    await markRefundSent(shop.db, { ...decided(manual!.id), reference: 'SEPA-2' })
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
  })

  it('is split over the payments of an order, the latest first', async () => {
    const order = await givenPaidOrder(shop)
    await transact(shop.db, (db) =>
      addLines(db, {
        orderId: order.orderId,
        now: shop.now(),
        lines: [{ kind: 'adjustment', description: 'More', amountMinor: 3000, currency: 'USD' }],
      }),
    )
    await shop.start(order.orderId)
    shop.wait(1)
    shop.stripe.pay(shop.stripe.latest().id)
    await shop.settle((await shop.attempts(order.orderId))[1]!.id)
    await askBack(order, 5000)
    await send()
    expect((await refundAttempts(shop, order.orderId)).map(({ amountMinor }) => amountMinor)).toEqual([3000, 2000])
    expect(new Set((await refunds(order)).map(({ paymentId }) => paymentId)).size).toBe(2)
  })

  it('by bank or in cash waits for a person, who gives its name', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 2500, { way: 'bank' })
    expect(await send()).toEqual({ sent: 0, unknown: 0 })
    const [attempt] = await refundAttempts(shop, order.orderId)
    expect(attempt).toMatchObject({ state: 'manual', way: 'bank' })
    expect(await entryKinds(shop)).toEqual(['refund-manual'])
    const mark = (reference: string) => markRefundSent(shop.db, { ...decided(attempt!.id), reference })
    expect(await mark(' ')).toMatchObject({ refusals: [{ code: 'reference-missing', field: 'reference' }] })
    expect(
      await markRefundSent(shop.db, {
        ...decided(attempt!.id),
        reach: { seriesIds: [], eventIds: [] },
        reference: 'x',
      }),
    ).toMatchObject({ refusals: [{ code: 'refund-unknown' }] })
    expect(await mark('SEPA-1')).toMatchObject({ ok: true })
    expect(await mark('SEPA-1')).toMatchObject({ refusals: [{ code: 'refund-decided' }] })
    expect(await refunds(order)).toMatchObject([{ providerReference: 'SEPA-1' }])
    await askBack(order, 2500, { way: 'cash' })
    const [, second] = await refundAttempts(shop, order.orderId)
    expect(await markRefundSent(shop.db, { ...decided(second!.id), reference: 'SEPA-1' })).toMatchObject({
      refusals: [{ code: 'reference-used' }],
    })
  })

  it('waits for finance where it must, who agrees or refuses once', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 2500, { needsApproval: true, cause: 'cancelled' })
    await askBack(order, 1000, { needsApproval: true, cause: 'cancelled' })
    await send()
    expect(asked()).toEqual([])
    const [first, second] = await refundAttempts(shop, order.orderId)
    expect(await entryKinds(shop)).toEqual(['refund-asked', 'refund-asked'])
    expect(await decideRefund(shop.db, { ...decided(first!.id), isAgreed: true })).toMatchObject({ ok: true })
    expect(await decideRefund(shop.db, { ...decided(first!.id), isAgreed: false })).toMatchObject({
      refusals: [{ code: 'refund-decided' }],
    })
    expect(await decideRefund(shop.db, { ...decided(second!.id), isAgreed: false })).toMatchObject({ ok: true })
    await send()
    expect((await refundAttempts(shop, order.orderId)).map(({ state }) => state)).toEqual(['done', 'refused'])
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
    expect(await entryKinds(shop)).toEqual([])
  })

  it('asked for twice at once, over two connections, is asked for once', async () => {
    const order = await givenPaidOrder(shop)
    const other = connect(shop.services.config.databaseUrl, 2)
    try {
      const results = await Promise.all(
        [shop.db, other, shop.db, other].map((db) =>
          requestRefund(db, shop.services.gateways, {
            orderId: order.orderId,
            amount: { amountMinor: 12_500, currency: 'USD' },
            cause: 'late-money',
            now: shop.now(),
            actor: { kind: 'visitor' },
          }),
        ),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      const [attempt] = await refundAttempts(shop, order.orderId)
      const input = { attemptId: attempt!.id, now: shop.now() }
      await Promise.all([shop.db, other, shop.db, other].map((db) => sendRefund(db, shop.services.gateways, input)))
    } finally {
      await other.destroy()
    }
    expect(await refunds(order)).toHaveLength(1)
    expect(shop.stripe.refunds.size).toBe(1)
    await transact(shop.db, (db) =>
      addLines(db, {
        orderId: order.orderId,
        now: shop.now(),
        lines: [{ kind: 'adjustment', description: '', amountMinor: -12_500, currency: 'USD' }],
      }),
    )
  })
})

describe('money sent back in the provider’s own pages', () => {
  it('C.7 #35 is booked, the order is asked for that much less, and the ticket is untouched', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundInDashboard(order.intentId)
    await settle(order)
    await settle(order)
    expect(await refunds(order)).toMatchObject([{ amountMinor: 12_500, reason: 'provider' }])
    expect(await balanceOf(shop.db, order.orderId)).toMatchObject({ lines: 0, due: 0 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('C.7 #35 ends the seats where it was all and the event’s rules say so', async () => {
    const order = await givenPaidOrder(shop, { people: 2 })
    const none = { editUntilAt: null, substituteUntilAt: null, convertUntilAt: null, changeUntilAt: null }
    const rules = { ...none, substitution: 'none' as const, refundAsks: 'finance' as const, endsRefunded: 1 as const }
    await shop.db
      .insertInto('changeRules')
      .values({ eventId: order.event.id, ...rules })
      .execute()
    shop.stripe.refundInDashboard(order.intentId, 1000)
    await settle(order)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed', 'confirmed'])
    shop.stripe.refundInDashboard(order.intentId)
    await settle(order)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled', 'cancelled'])
  })

  it('of what was paid too much lowers nothing', async () => {
    const order = await givenPaidOrder(shop)
    await askBack(order, 2500, { way: 'bank' })
    const [attempt] = await refundAttempts(shop, order.orderId)
    shop.stripe.refundInDashboard(order.intentId, 500)
    await settle(order)
    expect((await balanceOf(shop.db, order.orderId))!.lines).toBe(9500)
    await markRefundSent(shop.db, { ...decided(attempt!.id), reference: 'SEPA-9' })
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
  })
})

describe('currencies', () => {
  it.each([
    ['JPY', 5000, 2501, '2501'],
    ['UGX', 370_000, 123_457, '12345700'],
    ['ISK', 12_345, 6173, '617300'],
    ['MGA', 4_500_000, 2_250_000, '22500'],
    ['XOF', 65_000, 32_501, '32501'],
    ['HUF', 3_500_000, 1_234_567, '1234567'],
    ['TWD', 320_000, 159_999, '159999'],
  ])('%s goes back in the provider’s units', async (currency, price, part, units) => {
    const order = await givenPaidOrder(shop, { currency, price, ticket: { currency } })
    await askBack(order, part)
    await send()
    expect(asked()[0]!.params['amount']).toBe(units)
    expect(await refunds(order)).toMatchObject([{ amountMinor: part, currency }])
  })

  it('KWD, which Stripe is not asked for, goes back by hand', async () => {
    const order = await givenPaidOrder(shop)
    const { db } = shop
    await db.updateTable('orders').set({ currency: 'KWD' }).where('id', '=', order.orderId).execute()
    await db.updateTable('orderLines').set({ currency: 'KWD' }).where('orderId', '=', order.orderId).execute()
    await db.updateTable('payments').set({ currency: 'KWD', method: 'bank-transfer' }).execute()
    order.payment.currency = 'KWD'
    await askBack(order, 1234)
    const [attempt] = await refundAttempts(shop, order.orderId)
    expect(attempt).toMatchObject({ way: 'bank', state: 'manual', amountMinor: 1234 })
    await markRefundSent(db, { ...decided(attempt!.id), reference: 'KW-1' })
    expect((await balanceOf(db, order.orderId))!.due).toBe(0)
  })
})
