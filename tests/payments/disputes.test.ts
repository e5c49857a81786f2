import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryKinds, givenPaidOrder } from './given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import type { Notification } from '#tests/support/stripe/notifications.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { receiveNotification } from '#app/payments/attempts/receive-notification.server.ts'
import { reconcileRefunds } from '#app/payments/refunds/reconcile-refunds.server.ts'
import { settleDisputes } from '#app/payments/refunds/settle-disputes.server.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

async function deliver(told: Notification) {
  const { headers, body } = shop.stripe.again(told)
  const input = { method: 'card', headers: new Headers(headers), body, now: shop.now() }
  return await receiveNotification(shop.db, shop.services.gateways, input)
}

const told = (kind: string) => shop.stripe.notifications.filter((one) => one.kind === kind)
const disputes = () => shop.db.selectFrom('disputes').selectAll().execute()
const refunds = () => shop.db.selectFrom('refunds').selectAll().execute()

describe('a charge that its payer’s bank contests', () => {
  it('C.7 #37 is noted, finance is told, and nothing else happens', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.openDispute(order.intentId)
    for (const one of shop.stripe.notifications.slice(-2)) expect(await deliver(one)).toMatchObject({ ok: true })
    expect(await disputes()).toMatchObject([
      { state: 'open', amountMinor: 12_500, currency: 'USD', reason: 'fraudulent' },
    ])
    expect(await entryKinds(shop)).toEqual(['dispute'])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await refunds()).toEqual([])
  })

  it('C.7 #37 won, the flag goes off', async () => {
    const order = await givenPaidOrder(shop)
    const { id } = shop.stripe.openDispute(order.intentId)
    await deliver(told('charge.dispute.created')[0]!)
    shop.stripe.closeDispute(id, 'won')
    for (const one of shop.stripe.notifications.slice(-2)) await deliver(one)
    expect(await disputes()).toMatchObject([{ state: 'won', closedAt: shop.now() }])
    expect(await entryKinds(shop)).toEqual([])
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
  })

  it('C.7 #37 lost, it is booked as a chargeback once, and the seat is left to a person', async () => {
    const order = await givenPaidOrder(shop)
    const { id } = shop.stripe.openDispute(order.intentId)
    await deliver(told('charge.dispute.created')[0]!)
    shop.stripe.closeDispute(id, 'lost')
    await Promise.all(Array.from({ length: 5 }, () => deliver(told('charge.dispute.closed')[0]!)))
    await settleDisputes(shop.db, shop.services.gateways, { paymentId: order.payment.id, now: shop.now() })
    expect(await refunds()).toMatchObject([{ reason: 'chargeback', amountMinor: 12_500, attemptId: null }])
    expect(await entryKinds(shop)).toEqual(['chargeback'])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(12_500)
  })

  it('heard of only when it is lost is the same', async () => {
    const order = await givenPaidOrder(shop)
    const { id } = shop.stripe.openDispute(order.intentId)
    shop.stripe.closeDispute(id, 'lost')
    await deliver(told('charge.dispute.closed')[0]!)
    await deliver(told('charge.dispute.created')[0]!)
    expect(await disputes()).toMatchObject([{ state: 'lost' }])
    expect(await entryKinds(shop)).toEqual(['chargeback'])
    expect(await entryKinds(shop, { isOpen: false })).toEqual(['dispute', 'chargeback'])
  })

  it('lost and then won after all is money that came again', async () => {
    const order = await givenPaidOrder(shop)
    const { id } = shop.stripe.openDispute(order.intentId)
    shop.stripe.closeDispute(id, 'lost')
    await deliver(told('charge.dispute.closed')[0]!)
    shop.stripe.closeDispute(id, 'won')
    await deliver(told('charge.dispute.closed')[1]!)
    await deliver(told('charge.dispute.funds_reinstated')[0]!)
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
    expect(await entryKinds(shop)).toEqual([])
  })

  it('an inquiry that comes to nothing is won', async () => {
    const order = await givenPaidOrder(shop)
    const { id } = shop.stripe.openDispute(order.intentId, 'warning_needs_response')
    await deliver(told('charge.dispute.created')[0]!)
    shop.stripe.closeDispute(id, 'warning_closed')
    await deliver(told('charge.dispute.closed')[0]!)
    expect(await disputes()).toMatchObject([{ state: 'won' }])
  })

  it('after part of it went back takes no more than was left', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundInDashboard(order.intentId, 2500)
    const { id } = shop.stripe.openDispute(order.intentId)
    shop.stripe.closeDispute(id, 'lost')
    for (const one of shop.stripe.notifications) await deliver(one)
    const rows = await refunds()
    expect(Object.fromEntries(rows.map(({ reason, amountMinor }) => [reason, amountMinor]))).toEqual({
      chargeback: 10_000,
      provider: 2500,
    })
  })

  it('that the provider cannot be asked about must be told again', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.openDispute(order.intentId)
    shop.stripe.fault({ on: 'disputes', how: 429 })
    expect(await deliver(told('charge.dispute.created')[0]!)).toMatchObject({ refusals: [{ code: 'unsettled' }] })
    expect(await deliver(told('charge.dispute.created')[0]!)).toMatchObject({ ok: true })
    expect(await disputes()).toHaveLength(1)
  })
})

describe('news of money that went back', () => {
  it('may come before the payment that it is of: then it is asked about once that is booked', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundInDashboard(order.intentId, 2500)
    const { db } = shop
    const reference = { providerReference: 'pi_not_yet' }
    await db.updateTable('payments').set(reference).where('id', '=', order.payment.id).execute()
    expect(await deliver(told('charge.refunded')[0]!)).toEqual({ ok: true, value: { outcome: 'unmatched' } })
    await db
      .updateTable('payments')
      .set({ providerReference: order.intentId })
      .where('id', '=', order.payment.id)
      .execute()
    await reconcileRefunds(db, shop.services.gateways, { now: shop.now() })
    expect(await refunds()).toHaveLength(1)
    const asked = shop.stripe.requests.length
    await reconcileRefunds(db, shop.services.gateways, { now: shop.now() })
    expect(shop.stripe.requests).toHaveLength(asked)
  })

  it('of a charge that is not ours is noted and left alone', async () => {
    const foreign = { id: 're_x', object: 'refund', payment_intent: 'pi_x' }
    expect(await deliver(shop.stripe.notify('refund.created', foreign))).toEqual({
      ok: true,
      value: { outcome: 'unmatched' },
    })
  })

  it('however often and in whatever order it comes has one effect', async () => {
    const order = await givenPaidOrder(shop)
    shop.stripe.refundsBegin('pending')
    const { id } = shop.stripe.refundInDashboard(order.intentId, 2500)
    shop.stripe.moveRefund(id, 'succeeded')
    const news = shop.stripe.notifications.filter(({ kind }) => kind.includes('refund'))
    expect(news.map(({ kind }) => kind)).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.updated',
      'charge.refund.updated',
    ])
    await Promise.all([...news.toReversed(), ...news].map(deliver))
    for (const one of news) await deliver(one)
    expect(await refunds()).toHaveLength(1)
    expect((await balanceOf(shop.db, order.orderId))!.due).toBe(0)
  })
})
