import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenEventByAnyWay, givenIssuer, givenOrderBy, startBy } from '../given-order-by.ts'
import { testServices } from '#tests/support/app.ts'
import { broken, givenShop, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { instructionsFor } from '#app/payments/methods/instructions-for.server.ts'
import { waysFor } from '#app/payments/methods/ways-for.server.ts'
import { paymentReference } from '#app/payments/reference.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { PaymentMethod } from '#db/schema.ts'

const DAY = 24 * 60
let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

async function orderRow(orderId: string) {
  return await shop.db
    .selectFrom('orders')
    .select(['paymentMethod', 'confirmsOn', 'dueAt'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
}

const begin = (orderId: string, method?: PaymentMethod) => startBy(shop.services, orderId, shop.now(), method)
const instructions = (orderId: string) => instructionsFor(shop.db, { orderId, now: shop.now() })

/** What the holds job does. */
async function runHolds() {
  await closeOverdueAttempts(shop.db, shop.services.gateways, { now: shop.now() })
  await lapseHolds(shop.db, { now: shop.now() })
}

describe('paying by instructions', () => {
  it('a bank transfer tells account, reference, amount and day, and starting it twice is one attempt', async () => {
    await givenIssuer(shop.db)
    const order = await givenOrderBy(shop.db)
    for (const _ of [1, 2]) expect(await begin(order.orderId)).toEqual({ ok: true, value: { redirectUrl: null } })
    expect(await shop.attempts(order.orderId)).toMatchObject([{ method: 'bank-transfer', state: 'open' }])
    expect(await instructions(order.orderId)).toMatchObject({
      method: 'bank-transfer',
      amount: { amountMinor: 12_500, currency: 'USD' },
      reference: paymentReference(order.code),
      dueAt: addMinutes(shop.now(), 14 * DAY),
      isOverdue: false,
      account: { holder: 'Internet Society', number: 'DE02 1203 0000 0000 2020 51', bic: 'BYLADEM1001' },
      takesClaims: true,
    })
    expect(shop.stripe.requests).toEqual([])
  })

  it('the account is that of the event’s host where it has one', async () => {
    await givenIssuer(shop.db)
    const host = { id: 'host-1', slug: 'chapter', name: 'Chapter', kind: 'chapter' as const, country: 'KE', url: null }
    await shop.db.insertInto('hosts').values(host).execute()
    await givenIssuer(shop.db, host.id, 'KE-0042')
    const event = await givenEventByAnyWay(shop.db, { hostId: host.id })
    const order = await givenOrderBy(shop.db, { event })
    expect((await instructions(order.orderId))?.account).toMatchObject({ holder: 'Example Chapter', number: 'KE-0042' })
  })

  it('mobile money tells a telephone account and a reference of twelve characters at most', async () => {
    await givenIssuer(shop.db)
    const order = await givenOrderBy(shop.db, { method: 'mobile-money', currency: 'UGX', price: 460_000 })
    const told = await instructions(order.orderId)
    expect(told).toMatchObject({ account: { number: '123456' }, amount: { amountMinor: 460_000, currency: 'UGX' } })
    expect(told?.reference).toMatch(/^[A-Z0-9]{1,12}$/)
  })

  it.each(['invoice', 'desk'] as const)('%s: the seat is confirmed and the money is waited for', async (method) => {
    const order = await givenOrderBy(shop.db, { method })
    await begin(order.orderId)
    shop.wait(200 * DAY)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await orderRow(order.orderId)).toMatchObject({ confirmsOn: 'placing' })
    expect(await instructions(order.orderId)).toMatchObject({ method, isOverdue: method === 'invoice' })
  })

  it('a transfer that does not come: the seats outlive their day by two days, and then go', async () => {
    const order = await givenOrderBy(shop.db)
    await begin(order.orderId)
    shop.wait(15 * DAY)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    shop.wait(DAY + 1)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['lapsed'])
    expect(await shop.attempts(order.orderId)).toMatchObject([{ state: 'expired' }])
    expect(await instructions(order.orderId)).toBeNull()
  })

  it('a waiver on trust pays at once, from a fund', async () => {
    const order = await givenOrderBy(shop.db, { method: 'waiver', people: 2 })
    expect(await begin(order.orderId)).toEqual({ ok: true, value: { redirectUrl: null } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed', 'confirmed'])
    const payments = await shop.db.selectFrom('payments').selectAll().execute()
    expect(payments).toMatchObject([{ method: 'waiver', amountMinor: 25_000, fund: 'waiver' }])
  })

  it('a waiver that needs approval waits for somebody', async () => {
    const order = await givenOrderBy(shop.db, { method: 'waiver', terms: [{ method: 'waiver', needsApproval: 1 }] })
    await begin(order.orderId)
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
    expect(await instructions(order.orderId)).toMatchObject({ needsApproval: true, takesClaims: true })
  })

  it.each(['JPY', 'UGX', 'ISK', 'MGA', 'KWD', 'XOF', 'HUF', 'TWD'])('tells amounts in %s', async (currency) => {
    const order = await givenOrderBy(shop.db, { currency, price: 12_345 })
    expect(await begin(order.orderId)).toMatchObject({ ok: true })
    expect((await instructions(order.orderId))?.amount).toEqual({ amountMinor: 12_345, currency })
  })
})

describe('choosing another way', () => {
  it('C.7 #22: the card page is closed at the provider before the transfer begins, and the terms follow', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await begin(order.orderId)
    expect(await begin(order.orderId, 'bank-transfer')).toEqual({ ok: true, value: { redirectUrl: null } })
    expect(shop.stripe.sessions()).toMatchObject([{ status: 'expired' }])
    expect(await shop.attempts(order.orderId)).toMatchObject([
      { method: 'card', state: 'expired' },
      { method: 'bank-transfer', state: 'open' },
    ])
    expect(await orderRow(order.orderId)).toMatchObject({
      paymentMethod: 'bank-transfer',
      dueAt: addMinutes(shop.now(), 14 * DAY),
    })
    shop.wait(60)
    await runHolds()
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('when the provider cannot say, the card page stays and the payment is being checked', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await begin(order.orderId)
    shop.stripe.fault({ on: 'expire', how: 'lost', times: 9 })
    const refused = await begin(order.orderId, 'bank-transfer')
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'payment-checking' }] })
    expect(await orderRow(order.orderId)).toMatchObject({ paymentMethod: 'card' })
  })

  it('a card that paid meanwhile is what counts', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await begin(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    expect(await begin(order.orderId, 'invoice')).toMatchObject({ ok: false, refusals: [{ code: 'nothing-due' }] })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it('from a transfer to a card and back again wins no time', async () => {
    const order = await givenOrderBy(shop.db)
    const { dueAt } = await orderRow(order.orderId)
    await begin(order.orderId)
    shop.wait(3 * DAY)
    expect(await begin(order.orderId, 'card')).toMatchObject({ ok: true, value: { redirectUrl: expect.any(String) } })
    shop.wait(1)
    await begin(order.orderId, 'bank-transfer')
    expect(await orderRow(order.orderId)).toMatchObject({ dueAt })
  })

  it('to an invoice: the seats are confirmed at once, and stay so when a card is chosen again', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card' })
    await begin(order.orderId, 'invoice')
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    await begin(order.orderId, 'card')
    expect(await orderRow(order.orderId)).toMatchObject({ paymentMethod: 'card', confirmsOn: 'placing' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
  })

  it.each([
    ['an event does not take', { paymentMethods: 'card' }, []],
    ['is not open yet', {}, [{ method: 'desk' as const, fromAt: '2027-06-13T00:00:00.000Z' }]],
    ['is over', {}, [{ method: 'desk' as const, untilAt: '2020-01-01T00:00:00.000Z' }]],
  ])('a way that %s is refused', async (_, event, terms) => {
    const made = await givenEventByAnyWay(shop.db, { ...event, terms })
    const order = await givenOrderBy(shop.db, { event: made, method: 'card' })
    const refused = await begin(order.orderId, 'desk')
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'payment-method' }] })
  })

  it('C.7 #39: a sum too small for a card is refused with its reason, and the other ways take it', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card', price: 40 })
    expect(await begin(order.orderId)).toMatchObject({ ok: false, refusals: [{ code: 'amount-too-small' }] })
    const ways = await waysFor(shop.db, shop.services.gateways, { orderId: order.orderId, now: shop.now() })
    expect(ways.filter(({ closed }) => closed !== null)).toMatchObject([
      { method: 'card', closed: 'too-small', minimum: { amountMinor: 50, currency: 'USD' } },
    ])
    expect(await begin(order.orderId, 'bank-transfer')).toMatchObject({ ok: true })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('a currency that a card does not take is refused, and the other ways take it', async () => {
    const order = await givenOrderBy(shop.db, { method: 'card', currency: 'KWD', price: 40_000 })
    expect(await begin(order.orderId)).toMatchObject({ ok: false, refusals: [{ code: 'payment-currency' }] })
    expect(await begin(order.orderId, 'bank-transfer')).toMatchObject({ ok: true })
  })
})
