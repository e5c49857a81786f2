import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenOrderBy, startBy } from '../given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { deskOrder } from '#app/payments/desk/desk-order.server.ts'
import { findOrders } from '#app/payments/desk/find-orders.server.ts'
import { reverseAtDesk } from '#app/payments/desk/reverse-at-desk.server.ts'
import { takeAtDesk } from '#app/payments/desk/take-at-desk.server.ts'
import { paymentReference } from '#app/payments/reference.ts'
import { newToken } from '#app/values/secret.ts'

let shop: Shop
let accountId: string

beforeEach(async () => {
  shop = await givenShop(testServices)
  ;({ accountId } = await givenAccount(shop.db, 'desk@plenary.example', [
    { role: 'front-desk', scope: 'installation' },
  ]))
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  await shop.close()
})

const take = (orderId: string, amountMinor = 12_500, formKey = newToken(), reach = 'all' as const) =>
  takeAtDesk(shop.db, shop.services.gateways, {
    orderId,
    formKey,
    way: 'cash',
    amountMinor,
    accountId,
    reach,
    now: shop.now(),
  })

const reverse = (paymentId: string) =>
  reverseAtDesk(shop.db, shop.services.gateways, {
    paymentId,
    reason: 'typed wrong',
    accountId,
    reach: 'all',
    now: shop.now(),
  })

const due = async (orderId: string) => (await balanceOf(shop.db, orderId))!.due

describe('taking money at the desk', () => {
  it('books it, and the same form twice counts once', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    await startBy(shop.services, order.orderId, shop.now())
    const formKey = newToken()
    const [one, two] = [await take(order.orderId, 12_500, formKey), await take(order.orderId, 12_500, formKey)]
    expect(one).toMatchObject({ ok: true })
    expect(two).toEqual(one)
    expect(await due(order.orderId)).toBe(0)
    expect(await shop.attempts(order.orderId)).toMatchObject([{ method: 'desk', state: 'expired' }])
    expect(await shop.db.selectFrom('payments').selectAll().execute()).toMatchObject([{ method: 'desk' }])
  })

  it('five times at once is one payment', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    const all = await Promise.all(Array.from({ length: 5 }, () => take(order.orderId)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await due(order.orderId)).toBe(0)
  })

  it('takes a part, and no more than is due', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    expect(await take(order.orderId, 12_501)).toMatchObject({ refusals: [{ code: 'more-than-due', field: 'amount' }] })
    expect(await take(order.orderId, 5_000)).toMatchObject({ ok: true })
    expect(await due(order.orderId)).toBe(7_500)
    expect(await take(order.orderId, 7_500)).toMatchObject({ ok: true })
    expect(await take(order.orderId, 1)).toMatchObject({ refusals: [{ code: 'nothing-due' }] })
  })

  it('confirms seats that waited for a card, whose page is closed first', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await startBy(shop.services, order.orderId, shop.now())
    expect(await take(order.orderId)).toMatchObject({ ok: true })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(shop.stripe.sessions()).toMatchObject([{ status: 'expired' }])
  })

  it('while the card page cannot be closed the desk waits', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await startBy(shop.services, order.orderId, shop.now())
    shop.stripe.fault({ on: 'expire', how: 503, times: 9 })
    expect(await take(order.orderId)).toMatchObject({ refusals: [{ code: 'payment-checking' }] })
    expect(await due(order.orderId)).toBe(12_500)
  })

  it('belongs to the desk of the event', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    const elsewhere = { seriesIds: [], eventIds: ['another'] }
    const refused = await takeAtDesk(shop.db, shop.services.gateways, {
      orderId: order.orderId,
      formKey: newToken(),
      way: 'card',
      amountMinor: 1,
      accountId,
      reach: elsewhere,
      now: shop.now(),
    })
    expect(refused).toMatchObject({ refusals: [{ code: 'order-unknown' }] })
    expect(await findOrders(shop.db, { asked: order.code, reach: elsewhere })).toEqual([])
    expect(await deskOrder(shop.db, { code: order.code, reach: elsewhere, language: 'en' })).toBeNull()
  })
})

describe('giving it back', () => {
  it('books a refund in cash once, leaves the seat, and the amount is due again', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    const taken = await take(order.orderId)
    const paymentId = taken.ok ? taken.value.paymentId : ''
    expect(await reverse(paymentId)).toEqual({ ok: true, value: { orderCode: order.code } })
    expect(await reverse(paymentId)).toMatchObject({ refusals: [{ code: 'payment-reversed' }] })
    expect(await due(order.orderId)).toBe(12_500)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await take(order.orderId)).toMatchObject({ ok: true })
  })

  it('is for what the desk took', async () => {
    expect(await reverse('nothing')).toMatchObject({ refusals: [{ code: 'payment-unknown' }] })
  })
})

describe('finding an order', () => {
  it('by its code, a ticket’s, a reference, an address or the beginning of a name, those who owe first', async () => {
    const order = await givenOrderBy(shop.db, { method: 'desk' })
    const paid = await givenOrderBy(shop.db, { method: 'desk', event: order.event })
    await take(paid.orderId)
    const ticket = order.registrations[0]!.code
    for (const asked of [order.code, order.code.toLowerCase().replace('-', ''), ticket, paymentReference(order.code)])
      expect((await findOrders(shop.db, { asked, reach: 'all' })).map(({ code }) => code)).toEqual([order.code])
    for (const asked of ['PERSON-1@example.org', 'person'])
      expect((await findOrders(shop.db, { asked, reach: 'all' })).map(({ due }) => due)).toEqual([12_500, 0])
    for (const asked of ['x', '%%', "'; drop table orders", 'Zanzibar'])
      expect(await findOrders(shop.db, { asked, reach: 'all' })).toEqual([])
  })
})
