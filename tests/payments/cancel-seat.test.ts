import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRules, entryKinds, givenPaidOrder, refundAttempts, refundRule } from './given-paid-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenQuota } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { bookMoney } from '#app/payments/book-money.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { decideRefund } from '#app/payments/refunds/decide-refund.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { newToken } from '#app/values/secret.ts'
import { transact } from '#db/transact.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

interface Placed {
  orderId: string
  registrations: { code: string }[]
}

const cancel = (
  order: Placed,
  shown: number,
  { at = 0, visa }: { at?: number; visa?: { appliedOn: string; fileId: null } } = {},
) =>
  cancelSeat(shop.db, shop.services.gateways, {
    orderId: order.orderId,
    code: order.registrations[at]!.code,
    shown,
    ...(visa ? { visa } : {}),
    now: shop.now(),
    actor: { kind: 'visitor' },
  })

const due = async ({ orderId }: Placed) => (await balanceOf(shop.db, orderId))!.due
const takenOf = async (quotaId: string) =>
  (await shop.db.selectFrom('quotas').select('taken').where('id', '=', quotaId).executeTakeFirstOrThrow()).taken
const mails = (template: string) =>
  shop.db.selectFrom('messages').select(['recipientKey', 'props']).where('template', '=', template).execute()

describe('giving up a seat', () => {
  it('frees it, takes it off the order by the rule, and sends back what was paid beyond the rest', async () => {
    const order = await givenPaidOrder(shop, { people: 3 })
    await refundRule(shop, order.event.id, { percent: 10_000, feeMinor: 2500, feeCurrency: 'USD' })
    await changeRules(shop, order.event.id)
    const quotaId = order.event.tickets[0]!.quotaIds[0]!
    expect(await cancel(order, 10_000, { at: 1 })).toMatchObject({
      ok: true,
      value: { cost: 12_500, amount: 10_000, kept: 2500, plan: { returned: 10_000, lessDue: 0 } },
    })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed', 'cancelled', 'confirmed'])
    expect(await takenOf(quotaId)).toBe(2)
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([
      { state: 'starting', amountMinor: 10_000, reason: 'cancelled' },
    ])
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await due(order)).toBe(0)
    expect((await mails('seat-cancelled')).map(({ recipientKey }) => recipientKey)).toEqual([
      'person-1@example.org',
      'person-2@example.org',
    ])
    expect(await cancel(order, 10_000, { at: 1 })).toMatchObject({ refusals: [{ code: 'seat-gone' }] })
  })

  it('for another amount than was shown is refused, with the amount of now', async () => {
    const order = await givenPaidOrder(shop)
    await refundRule(shop, order.event.id, { untilAt: '2026-11-22T00:00:00.000Z' })
    await refundRule(shop, order.event.id, { percent: 5000 })
    shop.wait(24 * 60)
    expect(await cancel(order, 12_500)).toMatchObject({
      refusals: [{ code: 'amount-changed', details: { amount: 'US$62.50' } }],
    })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['confirmed'])
    expect(await cancel(order, 6250)).toMatchObject({ ok: true })
  })

  it('where no rule is in force returns nothing, and is still possible', async () => {
    const order = await givenPaidOrder(shop)
    expect(await cancel(order, 0)).toMatchObject({ ok: true, value: { amount: 0, kept: 12_500 } })
    expect(await refundAttempts(shop, order.orderId)).toEqual([])
    expect(await due(order)).toBe(0)
  })

  it('waits for finance where the rules ask it, which may refuse', async () => {
    const order = await givenPaidOrder(shop)
    await refundRule(shop, order.event.id)
    await changeRules(shop, order.event.id, { refundAsks: 'finance' })
    await cancel(order, 12_500)
    const [attempt] = await refundAttempts(shop, order.orderId)
    expect(attempt!.state).toBe('approval')
    const { accountId } = await givenAccount(shop.db, 'finance@plenary.example')
    const input = { attemptId: attempt!.id, isAgreed: false, accountId, reach: 'all' as const, now: shop.now() }
    await decideRefund(shop.db, input)
    expect(await due(order)).toBe(0)
    expect(await entryKinds(shop)).toEqual([])
  })

  it('of an order that owes lowers what is due, and returns nothing', async () => {
    const order = await givenUnpaidOrder(shop.db, { people: 2, confirmsOn: 'placing' })
    await refundRule(shop, order.event.id, { percent: 8000 })
    expect(await due(order)).toBe(25_000)
    expect(await cancel(order, 10_000)).toMatchObject({ value: { plan: { returned: 0, lessDue: 10_000 } } })
    expect(await due(order)).toBe(15_000)
    expect(await refundAttempts(shop, order.orderId)).toEqual([])
  })

  it('that is held and not paid costs nothing, and its page is closed first', async () => {
    const order = await givenUnpaidOrder(shop.db, { people: 2 })
    await shop.start(order.orderId)
    expect(await cancel(order, 12_500)).toMatchObject({ value: { plan: { returned: 0, lessDue: 12_500 } } })
    expect(shop.stripe.latest().status).toBe('expired')
    expect(await due(order)).toBe(12_500)
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    expect(await shop.settle((await shop.attempts(order.orderId))[1]!.id)).toMatchObject({ outcome: 'confirmed' })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled', 'confirmed'])
    expect(await entryKinds(shop)).toEqual([])
  })

  it('may be all that was missing: what was paid in part is enough for the rest, which is then confirmed', async () => {
    const order = await givenUnpaidOrder(shop.db, { people: 2 })
    await transact(shop.db, (db) =>
      bookMoney(db, {
        orderId: order.orderId,
        attemptId: null,
        method: 'bank-transfer',
        reference: 'line-1',
        amount: { amountMinor: 12_500, currency: 'USD' },
        expected: null,
        receivedAt: shop.now(),
        actor: { kind: 'system' },
        now: shop.now(),
      }),
    )
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held', 'held'])
    expect(await cancel(order, 12_500)).toMatchObject({ ok: true })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled', 'confirmed'])
    expect(await due(order)).toBe(0)
  })

  it('while a payment is on its way has to wait for it', async () => {
    const order = await givenUnpaidOrder(shop.db)
    await shop.start(order.orderId)
    shop.stripe.payLater(shop.stripe.latest().id)
    expect(await cancel(order, 12_500)).toMatchObject({ refusals: [{ code: 'payment-processing' }] })
    shop.stripe.fault({ on: 'expire', how: 'lost', times: 9 })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['held'])
  })

  it('ends its add-ons with it, for one fee', async () => {
    const event = await givenEvent(shop.db, {
      tickets: [
        { seats: 5, price: 90_000 },
        { seats: 5, price: 12_000, isAddon: 1, code: 'BANQ', name: 'Banquet' },
      ],
    })
    const [placed] = await placeOrders(shop.db, {
      now: shop.now(),
      orders: [
        {
          eventId: event.id,
          formKey: newToken(),
          language: 'en',
          paymentMethod: 'card',
          people: [
            { ticketTypeId: event.tickets[0]!.id, fullName: 'Ada', email: 'ada@example.org' },
            { ticketTypeId: event.tickets[1]!.id, fullName: 'Ada', email: 'ada@example.org', mainAt: 0 },
          ],
        },
      ],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    const order = placed.value
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    await shop.settle((await shop.attempts(order.orderId))[0]!.id)
    await refundRule(shop, event.id, { feeMinor: 5000, feeCurrency: 'USD' })
    expect(await cancel(order, 97_000)).toMatchObject({ ok: true, value: { cost: 102_000, kept: 5000 } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled', 'cancelled'])
    const lines = await shop.db
      .selectFrom('orderLines')
      .select('amountMinor')
      .where('kind', '=', 'cancellation')
      .execute()
    expect(lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(-97_000)
  })

  it('after a refused visa gives more, once finance has looked at the proof', async () => {
    const order = await givenPaidOrder(shop)
    await changeRules(shop, order.event.id)
    await refundRule(shop, order.event.id, { percent: 5000 })
    await refundRule(shop, order.event.id, { reason: 'visa-refused', appliedByOn: '2026-11-01' })
    expect(await cancel(order, 12_500, { visa: { appliedOn: '2026-11-02', fileId: null } })).toMatchObject({
      refusals: [{ code: 'amount-changed' }],
    })
    const visa = { appliedOn: '2026-11-01', fileId: null }
    expect(await cancel(order, 12_500, { visa })).toMatchObject({ ok: true, value: { amount: 6250, claimed: 6250 } })
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([
      { state: 'starting', amountMinor: 6250, reason: 'cancelled' },
      { state: 'approval', amountMinor: 6250, reason: 'visa-refused', note: '2026-11-01' },
    ])
    expect(await entryKinds(shop)).toEqual(['refund-asked'])
  })

  it('paid by a waiver goes back to its fund at once', async () => {
    const order = await givenPaidOrder(shop)
    await refundRule(shop, order.event.id)
    await changeRules(shop, order.event.id)
    await shop.db.updateTable('payments').set({ method: 'waiver', fund: 'Sponsors' }).execute()
    await cancel(order, 12_500)
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ state: 'done', way: 'fund' }])
    expect(await due(order)).toBe(0)
    expect(await mails('refund-sent')).toEqual([])
  })

  it('is over when the event begins', async () => {
    const order = await givenPaidOrder(shop, { confirmsOn: 'payment' })
    await shop.db.updateTable('events').set({ startsAt: shop.now() }).execute()
    expect(await cancel(order, 0)).toMatchObject({ refusals: [{ code: 'change-over' }] })
  })

  it('last of several payments: what comes late for a kept fee is not late money', async () => {
    const order = await givenUnpaidOrder(shop.db, { confirmsOn: 'placing' })
    await refundRule(shop, order.event.id, { percent: 6000 })
    await cancel(order, 7500)
    expect(await due(order)).toBe(5000)
    const quotaId = await givenQuota(shop.db, order.event.id, 1, 'Other')
    expect(await takenOf(quotaId)).toBe(0)
  })
})
