import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeRules, entryKinds, givenPaidOrder, refundAttempts } from './given-paid-order.ts'
import { anOrder, aPerson } from '#tests/registrations/an-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent, givenQuota } from '#tests/support/given.ts'
import { broken, givenShop, givenUnpaidOrder, type Shop, statesOf } from '#tests/support/stripe/given-shop.ts'
import { givenVoucher } from '#tests/vouchers/given-voucher.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { cancelSeat } from '#app/payments/changes/cancel-seat.server.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { lapseChanges } from '#app/registrations/changes/lapse-changes.server.ts'
import { seatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'

let shop: Shop

beforeEach(async () => {
  shop = await givenShop(testServices)
})

afterEach(async () => {
  expect(await broken(shop.db)).toEqual([])
  expect(shop.stripe.complaints).toEqual([])
  await shop.close()
})

/** An event whose symposium and week share a hall, and whose week needs a lab besides; and one seat at home. */
async function givenTickets({ lab = 1, hall = 5 } = {}) {
  const event = await givenEvent(shop.db, { tickets: [] })
  const [hallId, labId] = [
    await givenQuota(shop.db, event.id, hall, 'Hall'),
    await givenQuota(shop.db, event.id, lab, 'Lab'),
  ]
  const steps = (early: number, late: number) => [
    { kind: 'early' as const, amountMinor: early, startsAt: null, endsAt: '2026-12-01T00:00:00.000Z' },
    { kind: 'late' as const, amountMinor: late, startsAt: '2026-12-01T00:00:00.000Z', endsAt: null, position: 1 },
  ]
  const made = await givenEvent(shop.db, {
    tickets: [
      { code: 'SYM', name: 'Symposium', quotaIds: [hallId], steps: steps(90_000, 125_000), allowsRepeat: 1 },
      { code: 'WEEK', name: 'Week', quotaIds: [hallId, labId], steps: steps(120_000, 165_000) },
      { code: 'DAY', name: 'Day', quotaIds: [hallId], price: 30_000 },
      { code: 'HOME', name: 'Remote', attendance: 'online', steps: steps(25_000, 40_000) },
    ],
  })
  for (const { id, code } of made.tickets)
    await shop.db
      .updateTable('ticketTypes')
      .set({ eventId: event.id, code, ...(code === 'SYM' ? { remoteTypeId: made.tickets[3]!.id } : {}) })
      .where('id', '=', id)
      .execute()
  await changeRules(shop, event.id)
  const [sym, week, day, home] = made.tickets.map(({ id }) => id) as [string, string, string, string]
  return { event: { ...event, tickets: made.tickets }, hallId, labId, sym, week, day, home }
}

type Given = Awaited<ReturnType<typeof givenTickets>>
type Order = Awaited<ReturnType<typeof givenUnpaidOrder>>

const change = (order: Order, ticketTypeId: string, shown: number, kind: 'ticket' | 'remote' = 'ticket') =>
  changeSeat(shop.db, shop.services.gateways, {
    orderId: order.orderId,
    code: order.registrations[0]!.code,
    kind,
    ticketTypeId,
    shown,
    now: shop.now(),
    actor: { kind: 'visitor' },
  })

async function optionsOf(order: Order, kind: 'ticket' | 'remote' = 'ticket') {
  const seat = (await seatToChange(shop.db, { orderId: order.orderId, code: order.registrations[0]!.code }))!
  const options = await changeOptions(shop.db, seat, { kind, now: shop.now() })
  return options.map(({ name, priced, why }) => [name, priced.differenceMinor, why?.code ?? null])
}

const taken = async ({ hallId, labId }: Given) => {
  const rows = await shop.db.selectFrom('quotas').select(['id', 'taken']).execute()
  return [hallId, labId].map((id) => rows.find((row) => row.id === id)!.taken)
}
const typeOf = async (order: Order) =>
  (
    await shop.db
      .selectFrom('registrations')
      .select('ticketTypeId')
      .where('orderId', '=', order.orderId)
      .executeTakeFirstOrThrow()
  ).ticketTypeId
const due = async ({ orderId }: Order) => (await balanceOf(shop.db, orderId))!.due

async function pay(order: Order) {
  await shop.start(order.orderId)
  shop.stripe.pay(shop.stripe.latest().id)
  return await shop.settle((await shop.attempts(order.orderId)).at(-1)!.id)
}

describe('another ticket', () => {
  it('for more is kept until the difference is paid, and is then the seat’s', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    expect(await optionsOf(order)).toEqual([
      ['Week', 30_000, null],
      ['Day', -60_000, null],
      ['Remote', -65_000, null],
    ])
    expect(await change(order, given.week, 30_000)).toMatchObject({
      value: { state: 'waits', differenceMinor: 30_000 },
    })
    expect(await typeOf(order)).toBe(given.sym)
    expect(await taken(given)).toEqual([1, 1])
    expect(await due(order)).toBe(30_000)
    // Nobody else gets it, and a second change has to wait.
    const other = await givenPaidOrder(shop, { event: given.event })
    expect(await change(other, given.week, 30_000)).toMatchObject({ refusals: [{ code: 'change-full' }] })
    expect(await change(order, given.day, -60_000)).toMatchObject({ refusals: [{ code: 'change-waiting' }] })
    expect(await pay(order)).toMatchObject({ outcome: 'confirmed' })
    expect(await typeOf(order)).toBe(given.week)
    expect(await taken(given)).toEqual([2, 1])
    expect(await due(order)).toBe(0)
    expect(await entryKinds(shop)).toEqual([])
    const mails = await shop.db.selectFrom('messages').select('id').where('template', '=', 'seat-changed').execute()
    expect(mails).toHaveLength(1)
  })

  it('whose money does not come lapses: the lab is free again, and the seat stays what it was', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.week, 30_000)
    shop.wait(39)
    expect(await lapseChanges(shop.db, { now: shop.now() })).toMatchObject({ lapsed: 0 })
    shop.wait(2)
    expect(await lapseChanges(shop.db, { now: shop.now() })).toMatchObject({ lapsed: 1 })
    expect(await lapseChanges(shop.db, { now: shop.now() })).toMatchObject({ lapsed: 0 })
    expect(await taken(given)).toEqual([1, 0])
    expect(await due(order)).toBe(0)
    expect(await typeOf(order)).toBe(given.sym)
  })

  it('does not lapse while its payment is on its way, and money that comes after it did is never lost', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.week, 30_000)
    await shop.start(order.orderId)
    shop.stripe.payLater(shop.stripe.latest().id)
    shop.wait(50)
    expect(await lapseChanges(shop.db, { now: shop.now() })).toMatchObject({ lapsed: 0 })
    const { id } = (await shop.attempts(order.orderId)).at(-1)!
    await shop.settle(id)
    shop.stripe.finishDelayed(shop.stripe.latest().id, 'failed')
    await shop.settle(id)
    shop.wait(61)
    expect(await lapseChanges(shop.db, { now: shop.now() })).toMatchObject({ lapsed: 1 })
    shop.stripe.finishDelayed(shop.stripe.latest().id, 'succeeded')
    // Nothing is due any more.
    expect(await shop.settle(id)).toMatchObject({ state: 'paid' })
    expect(await entryKinds(shop)).toHaveLength(1)
    expect(await due(order)).toBe(-30_000)
  })

  it('for less is another at once, and the difference goes back', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    expect(await change(order, given.day, -60_000)).toMatchObject({ value: { state: 'done' } })
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([
      { state: 'done', amountMinor: 60_000, reason: 'changed' },
    ])
    expect(await due(order)).toBe(0)
    expect(await taken(given)).toEqual([1, 0])
  })

  it('on quotas that it draws on already needs no free seat', async () => {
    const given = await givenTickets({ hall: 1 })
    const order = await givenPaidOrder(shop, { event: given.event })
    expect(await change(order, given.day, -60_000)).toMatchObject({ ok: true })
    expect(await taken(given)).toEqual([1, 0])
  })

  it('goes back to a smaller one, and frees what it needs no more', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.week, 30_000)
    await pay(order)
    expect(await change(order, given.sym, -30_000)).toMatchObject({ ok: true })
    expect(await taken(given)).toEqual([1, 0])
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await due(order)).toBe(0)
  })

  it('that somebody waits for, or that is not on sale, cannot be had', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await shop.db.updateTable('ticketTypes').set({ isClosed: 1 }).where('id', '=', given.week).execute()
    expect(await change(order, given.week, 30_000)).toMatchObject({ refusals: [{ code: 'change-unknown' }] })
    expect((await optionsOf(order)).map(([name]) => name)).toEqual(['Day', 'Remote'])
  })

  it('at another price than was shown is refused', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    shop.wait(15 * 24 * 60)
    expect(await change(order, given.week, 30_000)).toMatchObject({
      refusals: [{ code: 'amount-changed', details: { amount: 'US$750' } }],
    })
  })

  it('of an order that pays later is another at once, and more is due', async () => {
    const given = await givenTickets()
    await shop.db.updateTable('events').set({ confirmsOn: 'placing' }).execute()
    const order = await givenUnpaidOrder(shop.db, { event: given.event })
    expect(await change(order, given.week, 30_000)).toMatchObject({ value: { state: 'done' } })
    expect(await due(order)).toBe(120_000)
    expect(await change(order, given.day, -90_000)).toMatchObject({ value: { state: 'done' } })
    expect(await due(order)).toBe(30_000)
    expect(await refundAttempts(shop, order.orderId)).toEqual([])
  })

  it('that waits for its money is over when the seat is given up', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.week, 30_000)
    const input = { orderId: order.orderId, code: order.registrations[0]!.code, shown: 0, now: shop.now() }
    await cancelSeat(shop.db, shop.services.gateways, { ...input, actor: { kind: 'visitor' } })
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled'])
    expect(await taken(given)).toEqual([0, 0])
    expect(await due(order)).toBe(0)
  })
})

describe('two seats of one order', () => {
  it('what one gives back may be what the other waited for', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event, people: 2 })
    const second = { ...order, registrations: order.registrations.slice(1) }
    await change(order, given.week, 30_000)
    expect(await change(second, given.day, -60_000)).toMatchObject({ ok: true })
    const types = await shop.db
      .selectFrom('registrations')
      .select('ticketTypeId')
      .where('orderId', '=', order.orderId)
      .execute()
    expect(types.map(({ ticketTypeId }) => ticketTypeId).toSorted()).toEqual([given.week, given.day].toSorted())
    expect(await refundAttempts(shop, order.orderId)).toMatchObject([{ amountMinor: 30_000 }])
  })

  it('more cannot be asked for while money of the order is on its way back', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.day, -60_000)
    expect(await change(order, given.sym, 60_000)).toMatchObject({ refusals: [{ code: 'refund-first' }] })
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await change(order, given.sym, 60_000)).toMatchObject({ value: { state: 'waits' } })
  })
})

describe('taking part from home', () => {
  it('is at the price step once bought, and the difference goes back', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    shop.wait(30 * 24 * 60)
    expect(await optionsOf(order, 'remote')).toEqual([['Remote', -65_000, null]])
    expect(await change(order, given.home, -65_000, 'remote')).toMatchObject({ value: { state: 'done' } })
    expect(await taken(given)).toEqual([0, 0])
    await sendRefunds(shop.db, shop.services.gateways, { now: shop.now() })
    expect(await due(order)).toBe(0)
  })

  it('is not to be had where the ticket has no counterpart', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    expect(await change(order, given.week, 1, 'remote')).toMatchObject({ refusals: [{ code: 'change-unknown' }] })
    expect(await typeOf(order)).toBe(given.sym)
  })
})

describe('a code that was used', () => {
  it('lowers the new ticket as it lowered the old one, even when it is used up and over by now', async () => {
    const given = await givenTickets()
    await givenVoucher(shop.db, given.event.id, {
      code: 'TENTH',
      maximumUses: 1,
      campaign: { effect: 'percentage', percentOff: 1000, endsAt: '2026-11-30T00:00:00.000Z' },
    })
    const [placed] = await placeOrders(shop.db, {
      now: shop.now(),
      orders: [
        anOrder(given.event, { people: [aPerson(given.sym, { email: 'ada@example.org' })], voucherCodes: ['TENTH'] }),
      ],
    })
    if (!placed?.ok) throw new Error(JSON.stringify(placed))
    const order = { event: given.event, ...placed.value }
    await pay(order)
    shop.wait(9 * 24 * 60)
    expect(await optionsOf(order)).toContainEqual(['Week', 27_000, null])
    expect(await change(order, given.day, -54_000)).toMatchObject({ ok: true })
    expect((await shop.db.selectFrom('vouchers').select('used').executeTakeFirstOrThrow()).used).toBe(1)
  })
})

describe('at the same moment', () => {
  it('two who want the last lab: one has it', async () => {
    const given = await givenTickets()
    const one = await givenPaidOrder(shop, { event: given.event })
    const other = await givenPaidOrder(shop, { event: given.event })
    const results = await Promise.all([change(one, given.week, 30_000), change(other, given.week, 30_000)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await taken(given)).toEqual([2, 1])
  })

  it('the clock and the money: the money wins while it is on its way', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    await change(order, given.week, 30_000)
    await shop.start(order.orderId)
    shop.stripe.pay(shop.stripe.latest().id)
    shop.wait(41)
    const { id } = (await shop.attempts(order.orderId)).at(-1)!
    await Promise.all([lapseChanges(shop.db, { now: shop.now() }), shop.settle(id), shop.settle(id)])
    expect(await typeOf(order)).toBe(given.week)
    expect(await due(order)).toBe(0)
  })

  it('one seat is changed and given up: one of the two holds', async () => {
    const given = await givenTickets()
    const order = await givenPaidOrder(shop, { event: given.event })
    const input = { orderId: order.orderId, code: order.registrations[0]!.code, shown: 0, now: shop.now() }
    await Promise.all([
      change(order, given.week, 30_000),
      cancelSeat(shop.db, shop.services.gateways, { ...input, actor: { kind: 'visitor' } }),
    ])
    expect(await statesOf(shop.db, order.orderId)).toEqual(['cancelled'])
    expect(await due(order)).toBe(0)
  })
})
