import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryKinds, givenPaidOrder, refundAttempts, refundRule } from './given-paid-order.ts'
import { anOrder, paid } from '#tests/registrations/an-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { givenVoucher } from '#tests/vouchers/given-voucher.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { lateMoney } from '#app/payments/refunds/late-money.server.ts'
import { eventRefunds, refundEvent } from '#app/payments/refunds/refund-event.server.ts'
import { returnLateMoney } from '#app/payments/refunds/return-late-money.server.ts'
import { returnMarked } from '#app/payments/refunds/return-marked.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { queueFirst } from '#app/waiting-list/queue-first.server.ts'
import { giveLateSeats } from '#app/waiting-list/give-late-seats.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
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

const due = async (orderId: string) => (await balanceOf(shop.db, orderId))!.due

/** Somebody's delayed payment failed, their seat went to somebody else, and then the money came after all. */
async function givenLateMoney(people = 1) {
  const order = await givenUnpaidOrder(shop.db, { seats: people, people })
  await shop.start(order.orderId)
  const { id: sessionId } = shop.stripe.latest()
  const attemptId = (await shop.attempts(order.orderId))[0]!.id
  shop.stripe.payLater(sessionId)
  await shop.settle(attemptId)
  shop.stripe.finishDelayed(sessionId, 'failed')
  await shop.settle(attemptId)
  shop.wait(61)
  await lapseHolds(shop.db, { now: shop.now() })
  const other = await givenPaidOrder(shop, { event: order.event })
  shop.stripe.finishDelayed(sessionId, 'succeeded')
  expect(await shop.settle(attemptId)).toMatchObject({ outcome: 'late-money' })
  return { ...order, other }
}

const back = (orderId: string, shown: number, db = shop.db) =>
  returnLateMoney(db, shop.services.gateways, { orderId, shown, now: shop.now(), actor: { kind: 'visitor' } })

describe('C.7 #11 money that came too late', () => {
  it('goes back whole if the person so chooses, once, and nobody has to agree', async () => {
    const { orderId } = await givenLateMoney()
    expect(await lateMoney(shop.db, shop.services.gateways, { orderId })).toMatchObject({
      cost: 12_500,
      plan: { returned: 12_500, parts: [{ way: 'provider', method: 'card' }] },
    })
    expect(await back(orderId, 1)).toMatchObject({
      refusals: [{ code: 'amount-changed', details: { amount: 'US$125' } }],
    })
    const other = connect(shop.services.config.databaseUrl, 2)
    const results = await Promise.all([back(orderId, 12_500), back(orderId, 12_500, other)])
    await other.destroy()
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await entryKinds(shop)).toEqual([])
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await due(orderId)).toBe(0)
    expect(await lateMoney(shop.db, shop.services.gateways, { orderId })).toBeNull()
    expect(await back(orderId, 12_500)).toMatchObject({ refusals: [{ code: 'not-late' }] })
  })

  it('waits before everybody else if the person so chooses, and is finance’s to see until it has a seat', async () => {
    const { orderId, other } = await givenLateMoney()
    expect(await queueFirst(shop.db, { orderId, now: shop.now() })).toMatchObject({ ok: true })
    expect(await entryKinds(shop)).toEqual(['late-money'])
    // Nobody who pays walks past: the seat that comes free is theirs.
    const input = { orderId: other.orderId, code: other.registrations[0]!.code, shown: 0, now: shop.now() }
    await cancelSeat(shop.db, shop.services.gateways, { ...input, actor: { kind: 'visitor' } })
    const { id } = await shop.db.selectFrom('waitingListEntries').select('id').executeTakeFirstOrThrow()
    expect(await giveLateSeats(shop.db, { entryId: id, now: shop.now() })).toBe(true)
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
  })

  it('of which a part has its seats goes back for the rest', async () => {
    const { orderId, other } = await givenLateMoney(2)
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed', 'lapsed'])
    expect(await statesOf(shop.db, other.orderId)).toEqual(['confirmed'])
    expect(await back(orderId, 12_500)).toMatchObject({ ok: true })
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await due(orderId)).toBe(0)
  })
})

describe('late money that finds its seat free', () => {
  it('takes it again, and the code that lowered its price counts again', async () => {
    const event = await givenEvent(shop.db, { tickets: [{ seats: 2, price: 10_000 }] })
    await givenVoucher(shop.db, event.id, { maximumUses: 1 })
    const [placed] = await placeOrders(shop.db, {
      now: shop.now(),
      orders: [anOrder(event, { voucherCodes: ['CODE'] })],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    const { orderId } = placed.value
    const used = async () => (await shop.db.selectFrom('vouchers').select('used').executeTakeFirstOrThrow()).used
    shop.wait(60)
    await lapseHolds(shop.db, { now: shop.now() })
    expect(await used()).toBe(0)
    await paid(shop.db, orderId, shop.now())
    expect(await statesOf(shop.db, orderId)).toEqual(['confirmed'])
    expect(await used()).toBe(1)
  })
})

describe('an event that was cancelled', () => {
  async function givenCancelled(orders = 3) {
    const first = await givenPaidOrder(shop)
    const all = [first]
    for (let more = 1; more < orders; more++) all.push(await givenPaidOrder(shop, { event: first.event }))
    const { accountId } = await givenAccount(shop.db, 'finance@plenary.example')
    await callOffEvent(shop.db, { eventId: first.event.id, now: shop.now(), actor: { kind: 'account', id: accountId } })
    const finance = { eventId: first.event.id, accountId, reach: 'all' as const, now: shop.now() }
    return { all, eventId: first.event.id, finance }
  }

  const work = (limit?: number) =>
    returnMarked(shop.db, shop.services.gateways, { now: shop.now(), ...(limit ? { limit } : {}) })

  it('sends nothing back by itself, and all of it at once when finance says so', async () => {
    const { all, eventId, finance } = await givenCancelled()
    await work()
    expect(await eventRefunds(shop.db, eventId)).toMatchObject({ undecided: 3, marked: 0 })
    expect(await refundEvent(shop.db, { ...finance, reach: { seriesIds: [], eventIds: [] } })).toMatchObject({
      refusals: [{ code: 'event-unknown' }],
    })
    expect(await refundEvent(shop.db, finance)).toEqual({ ok: true, value: { marked: 3 } })
    expect(await refundEvent(shop.db, finance)).toEqual({ ok: true, value: { marked: 0 } })
    // Stopped in between and begun again, by two at once.
    await work(1)
    expect(await eventRefunds(shop.db, eventId)).toMatchObject({ marked: 2, underWay: 1 })
    const other = connect(shop.services.config.databaseUrl, 2)
    await Promise.all([work(), returnMarked(other, shop.services.gateways, { now: shop.now() })])
    await other.destroy()
    await work()
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await eventRefunds(shop.db, eventId)).toEqual({
      undecided: 0,
      marked: 0,
      underWay: 0,
      manual: 0,
      done: 3,
      failed: 0,
    })
    for (const { orderId } of all) {
      expect(await refundAttempts(shop, orderId)).toMatchObject([{ state: 'done', amountMinor: 12_500 }])
      expect(await balanceOf(shop.db, orderId)).toMatchObject({ lines: 0, due: 0 })
    }
    expect(await entryKinds(shop)).toEqual([])
  })

  it('keeps what the event’s own rule keeps', async () => {
    const { all, eventId, finance } = await givenCancelled(1)
    await refundRule(shop, eventId, { reason: 'event-cancelled', percent: 9000 })
    await refundEvent(shop.db, finance)
    await work()
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await refundAttempts(shop, all[0]!.orderId)).toMatchObject([{ state: 'done', amountMinor: 11_250 }])
  })
})
