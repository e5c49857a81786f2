import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenBlock, givenVoucher } from './given-voucher.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { releaseBlocks } from '#app/registrations/seats/release-blocks.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, codesOf, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
})

afterEach(async () => {
  const violations = (await checkInvariants(db())).filter(({ violations }) => violations > 0)
  await test_.close()
  expect(violations).toEqual([])
})

const place = async (...orders: PlaceOrder[]) => await placeOrders(db(), { orders, now: NOW })

const usedOf = async (code = 'CODE') =>
  (await db().selectFrom('vouchers').select('used').where('code', '=', code).executeTakeFirstOrThrow()).used

const quota = async (id: string) =>
  await db().selectFrom('quotas').select(['taken', 'size']).where('id', '=', id).executeTakeFirstOrThrow()

const remainingOf = async (reservationId: string) =>
  (
    await db()
      .selectFrom('reservedSeats')
      .select('remaining')
      .where('reservationId', '=', reservationId)
      .executeTakeFirstOrThrow()
  ).remaining

async function cancel(...registrationIds: string[]) {
  await cancelRegistrations(db(), { registrationIds, now: NOW, actor: { kind: 'system' }, reason: 'test' })
}

describe('a voucher', () => {
  test('lowers an order, is counted, and is given back when the seats lapse', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00, seats: 5 }] })
    await givenVoucher(db(), event.id)
    const one = await placed(db(), anOrder(event, { voucherCodes: ['co-de'] }))
    expect(one).toMatchObject({ due: { amountMinor: 90_00, currency: 'USD' }, state: 'held' })
    expect(
      await db().selectFrom('orderLines').select(['kind', 'amountMinor', 'position']).orderBy('position').execute(),
    ).toEqual([
      { kind: 'ticket', amountMinor: 100_00, position: 1 },
      { kind: 'voucher', amountMinor: -10_00, position: 2 },
    ])
    expect(await usedOf()).toBe(1)
    await lapseHolds(db(), { now: addMinutes(NOW, 41) })
    expect(await usedOf()).toBe(0)
    expect(await db().selectFrom('voucherUses').select(['isActive', 'registrationId']).execute()).toEqual([
      { isActive: 0, registrationId: one.registrations[0]!.id },
    ])
  })

  test('of all of it confirms at once, without a method and without any provider', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00, seats: 5 }] })
    await givenVoucher(db(), event.id, { campaign: { percentOff: 100_00 } })
    const order = anOrder(event, { voucherCodes: ['CODE'], paymentMethod: null })
    expect(await placed(db(), order)).toMatchObject({ due: null, state: 'confirmed' })
    const messages = await db().selectFrom('messages').select('template').execute()
    expect(messages).toEqual([{ template: 'order-confirmed' }])
  })

  test('for an order is one use, given back with the last of its seats', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00, seats: 5 }] })
    const campaign = { effect: 'amount' as const, appliesTo: 'order' as const, amounts: { USD: 50_00 } }
    await givenVoucher(db(), event.id, { campaign, maximumUses: 1 })
    const id = event.tickets[0]!.id
    const one = await placed(db(), anOrder(event, { people: [aPerson(id), aPerson(id)], voucherCodes: ['CODE'] }))
    expect(one.due?.amountMinor).toBe(150_00)
    expect(codesOf(await place(anOrder(event, { voucherCodes: ['CODE'] })))).toEqual(['voucher-used'])
    await cancel(one.registrations[0]!.id)
    expect(await usedOf()).toBe(1)
    await cancel(one.registrations[1]!.id)
    expect(await usedOf()).toBe(0)
  })

  test('is never used more often than it may be, in one list or from several sides at once', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00 }] })
    await givenVoucher(db(), event.id, { maximumUses: 3 })
    const order = () => anOrder(event, { voucherCodes: ['CODE'] })
    expect(codesOf(await place(order(), order()))).toEqual(['placed', 'placed'])
    const results = await Promise.all([place(order(), order()), place(order()), place(order())])
    const codes = codesOf(results.flat())
    expect(codes.filter((code) => code === 'placed')).toHaveLength(1)
    expect(codes.filter((code) => code === 'voucher-used')).toHaveLength(3)
    expect(await usedOf()).toBe(3)
  })

  test('is refused with its code, and nothing is half done', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00, seats: 5 }] })
    await givenVoucher(db(), event.id, { campaign: { endsAt: NOW } })
    expect(await place(anOrder(event, { voucherCodes: ['code'] }))).toEqual([
      { ok: false, refusals: [{ code: 'voucher-expired', field: 'voucherCodes', details: { code: 'CODE' } }] },
    ])
    expect(await db().selectFrom('orders').selectAll().execute()).toEqual([])
    expect(await quota(event.tickets[0]!.quotaIds[0]!)).toMatchObject({ taken: 0 })
  })

  test('with another sum than was shown is told, and the person decides', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00 }] })
    await givenVoucher(db(), event.id)
    const shownDue = { amountMinor: 100_00, currency: 'USD' }
    const [result] = await place(anOrder(event, { voucherCodes: ['CODE'], shownDue }))
    expect(result).toEqual({
      ok: false,
      refusals: [{ code: 'total-changed', field: 'shownDue', details: { price: 'US$90' } }],
    })
    const again = { amountMinor: 90_00, currency: 'USD' }
    expect(codesOf(await place(anOrder(event, { voucherCodes: ['CODE'], shownDue: again })))).toEqual(['placed'])
  })

  test('asks the database as often for one order as for fifty', async () => {
    const event = await givenEvent(db(), { tickets: [{ price: 100_00 }] })
    await givenVoucher(db(), event.id)
    let queries = 0
    const watched = db().withPlugin({
      transformQuery: ({ node }) => {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const place = async (count: number) => {
      queries = 0
      const orders = Array.from({ length: count }, () => anOrder(event, { voucherCodes: ['CODE'] }))
      expect(codesOf(await placeOrders(watched, { orders, now: NOW }))).toEqual(Array(count).fill('placed'))
      return queries
    }
    expect(await place(1)).toBe(await place(50))
    expect(await usedOf()).toBe(51)
  })
})

describe('a block', () => {
  test('keeps seats for its codes; a cancelled one goes back to it', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 3 }] })
    const quotaId = event.tickets[0]!.quotaIds[0]!
    const reservationId = await givenBlock(db(), { eventId: event.id, quotaId, seats: 2 })
    await givenVoucher(db(), event.id, { campaign: { effect: 'access', reservationId } })
    expect(codesOf(await place(anOrder(event), anOrder(event)))).toEqual(['placed', 'sold-out'])
    const one = await placed(db(), anOrder(event, { voucherCodes: ['CODE'] }))
    expect(await remainingOf(reservationId)).toBe(1)
    expect(await quota(quotaId)).toEqual({ taken: 3, size: 3 })
    await cancel(one.registrations[0]!.id)
    expect(await remainingOf(reservationId)).toBe(2)
    expect(codesOf(await place(anOrder(event)))).toEqual(['sold-out'])
  })

  test('that is used up gives free seats while there are some, in one order too', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 3 }] })
    const { id, quotaIds } = event.tickets[0]!
    const reservationId = await givenBlock(db(), { eventId: event.id, quotaId: quotaIds[0]!, seats: 1 })
    await givenVoucher(db(), event.id, { campaign: { effect: 'access', reservationId } })
    const two = anOrder(event, { people: [aPerson(id), aPerson(id)], voucherCodes: ['CODE'] })
    await placed(db(), two)
    const sources = await db().selectFrom('registrationSeats').select('reservationId').execute()
    expect(new Set(sources.map((one) => one.reservationId))).toEqual(new Set([null, reservationId]))
    expect(codesOf(await place(two, { ...two, formKey: 'other', people: [aPerson(id), aPerson(id)] }))).toEqual([
      'placed',
      'few-left',
    ])
  })

  test('is released at its moment, and its seats are everybody’s', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 2 }] })
    const quotaId = event.tickets[0]!.quotaIds[0]!
    const untilAt = addMinutes(NOW, 60)
    const reservationId = await givenBlock(db(), { eventId: event.id, quotaId, seats: 2, untilAt })
    await givenVoucher(db(), event.id, { campaign: { effect: 'access', reservationId } })
    const one = await placed(db(), anOrder(event, { voucherCodes: ['CODE'] }))
    expect(await releaseBlocks(db(), { now: addMinutes(NOW, 59) })).toBe(0)
    expect(await releaseBlocks(db(), { now: untilAt })).toBe(1)
    expect(await releaseBlocks(db(), { now: untilAt })).toBe(0)
    expect(await quota(quotaId)).toMatchObject({ taken: 1 })
    await cancel(one.registrations[0]!.id)
    expect(await quota(quotaId)).toMatchObject({ taken: 0 })
    expect(codesOf(await place(anOrder(event, { voucherCodes: ['CODE'] }), anOrder(event)))).toEqual([
      'placed',
      'placed',
    ])
  })

  test('is drawn on by many at once without a seat too many', async () => {
    const event = await givenEvent(db(), { tickets: [{ seats: 6 }] })
    const quotaId = event.tickets[0]!.quotaIds[0]!
    const reservationId = await givenBlock(db(), { eventId: event.id, quotaId, seats: 4 })
    await givenVoucher(db(), event.id, { campaign: { effect: 'access', reservationId } })
    const order = () => anOrder(event, { voucherCodes: ['CODE'] })
    const results = await Promise.all(Array.from({ length: 5 }, () => place(order(), order())))
    expect(codesOf(results.flat()).filter((code) => code === 'placed')).toHaveLength(6)
    expect(await quota(quotaId)).toEqual({ taken: 6, size: 6 })
  })
})
