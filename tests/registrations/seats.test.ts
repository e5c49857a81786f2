import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder, aPerson, givenAttempt, placed } from './an-order.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { confirmSeats } from '#app/registrations/seats/confirm-seats.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let given: Awaited<ReturnType<typeof testServices>>
const db = () => given.db
const LATE = addMinutes(NOW, 41)

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  // No money moves in this file, so what is said of money is not asked.
  const violations = (await checkInvariants(db())).filter(
    ({ invariant, violations }) => violations > 0 && invariant !== 4 && invariant !== 5,
  )
  await given.close()
  expect(violations).toEqual([])
})

const statesOf = async (orderId: string) =>
  (await db().selectFrom('registrations').select('state').where('orderId', '=', orderId).execute()).map(
    ({ state }) => state,
  )

const taken = async () => (await db().selectFrom('quotas').select('taken').executeTakeFirstOrThrow()).taken

const mails = async () =>
  (await db().selectFrom('messages').select('template').orderBy('template').execute()).map(({ template }) => template)

async function confirm(orderId: string, now = NOW) {
  const result = await transact(db(), (db) => confirmSeats(db, { orderId, now, actor: { kind: 'provider' } }))
  if (!result.ok) throw new Error('busy')
  return result.value
}

async function paidEvent(seats = 3) {
  return await givenEvent(db(), { tickets: [{ price: 100, seats }] })
}

describe('confirming', () => {
  test('makes held seats confirmed, tells everybody once, and changes nothing the second time', async () => {
    const event = await paidEvent()
    const id = event.tickets[0]!.id
    const order = await placed(db(), anOrder(event, { people: [aPerson(id), aPerson(id)] }))
    const seats = await confirm(order.orderId)
    expect(seats).toMatchObject({ retaken: [], missing: [] })
    expect(seats.confirmed.toSorted()).toEqual(order.registrations.map(({ id }) => id).toSorted())
    expect(await statesOf(order.orderId)).toEqual(['confirmed', 'confirmed'])
    expect(await mails()).toEqual(['order-awaiting-payment', 'order-confirmed', 'ticket'])
    expect(await confirm(order.orderId)).toMatchObject({ confirmed: [], retaken: [], missing: [] })
    expect(await mails()).toHaveLength(3)
    expect(await taken()).toBe(2)
  })

  test('late takes the seat again when one is free', async () => {
    const order = await placed(db(), anOrder(await paidEvent(1)))
    await lapseHolds(db(), { now: LATE })
    expect(await taken()).toBe(0)
    const seats = await confirm(order.orderId, LATE)
    expect(seats.retaken).toHaveLength(1)
    expect(await statesOf(order.orderId)).toEqual(['confirmed'])
    expect(await taken()).toBe(1)
    const trail = await db()
      .selectFrom('auditEntries')
      .select('before')
      .where('action', '=', 'registration.confirmed')
      .execute()
    expect(trail).toEqual([{ before: '{"state":"lapsed"}' }])
  })

  test('late finds the seat gone and says which is missing', async () => {
    const event = await paidEvent(1)
    const order = await placed(db(), anOrder(event))
    await lapseHolds(db(), { now: LATE })
    await placed(db(), anOrder(event), LATE)
    const seats = await confirm(order.orderId, LATE)
    expect(seats).toMatchObject({ confirmed: [], retaken: [], missing: [order.registrations[0]!.id] })
    expect(await statesOf(order.orderId)).toEqual(['lapsed'])
    expect(await taken()).toBe(1)
  })

  test('late takes what is left when not all is', async () => {
    const event = await paidEvent(2)
    const id = event.tickets[0]!.id
    const order = await placed(db(), anOrder(event, { people: [aPerson(id), aPerson(id)] }))
    await lapseHolds(db(), { now: LATE })
    await placed(db(), anOrder(event), LATE)
    const seats = await confirm(order.orderId, LATE)
    expect([seats.retaken.length, seats.missing.length]).toEqual([1, 1])
    expect(await taken()).toBe(2)
  })

  test('late does not seat somebody twice who has registered anew, nor anybody at a cancelled event', async () => {
    const event = await paidEvent(3)
    const again = () => anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: 'a@example.org' })] })
    const order = await placed(db(), again())
    const other = await placed(db(), anOrder(event))
    await lapseHolds(db(), { now: LATE })
    await placed(db(), again(), LATE)
    expect((await confirm(order.orderId, LATE)).missing).toHaveLength(1)
    await cancelEvent(db(), { eventId: event.id, now: LATE, actor: { kind: 'visitor' } })
    expect((await confirm(other.orderId, LATE)).missing).toHaveLength(1)
  })
})

describe('lapsing', () => {
  test('waits for the time, then gives the seats back and tells the orderer once', async () => {
    const event = await paidEvent()
    const id = event.tickets[0]!.id
    const order = await placed(db(), anOrder(event, { people: [aPerson(id), aPerson(id)] }))
    expect(await lapseHolds(db(), { now: addMinutes(NOW, 39) })).toEqual({ lapsed: 0, isMore: false })
    expect(await lapseHolds(db(), { now: LATE })).toEqual({ lapsed: 2, isMore: false })
    expect(await lapseHolds(db(), { now: LATE })).toEqual({ lapsed: 0, isMore: false })
    expect(await statesOf(order.orderId)).toEqual(['lapsed', 'lapsed'])
    expect(await taken()).toBe(0)
    expect(await mails()).toEqual(['order-awaiting-payment', 'order-lapsed'])
  })

  test.each(['starting', 'open', 'processing', 'unknown'] as const)('waits for a payment that is %s', async (state) => {
    const order = await placed(db(), anOrder(await paidEvent()))
    await givenAttempt(db(), { orderId: order.orderId, state })
    expect(await lapseHolds(db(), { now: LATE })).toMatchObject({ lapsed: 0 })
  })

  test.each(['failed', 'expired'] as const)('does not wait for a payment that has %s', async (state) => {
    const order = await placed(db(), anOrder(await paidEvent()))
    await givenAttempt(db(), { orderId: order.orderId, state })
    expect(await lapseHolds(db(), { now: LATE })).toMatchObject({ lapsed: 1 })
  })

  test('and confirming at once: one of the two wins, and every seat is accounted for', async () => {
    const event = await paidEvent(10)
    for (let round = 0; round < 5; round++) {
      const order = await placed(db(), anOrder(event))
      const [, seats] = await Promise.all([lapseHolds(db(), { now: LATE }), confirm(order.orderId, LATE)])
      expect(seats.confirmed.length + seats.retaken.length).toBe(1)
      expect(await statesOf(order.orderId)).toEqual(['confirmed'])
    }
    expect(await taken()).toBe(5)
  })

  test('frees the address for another registration', async () => {
    const event = await paidEvent(1)
    const by = () => anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: 'a@example.org' })] })
    await placed(db(), by())
    await lapseHolds(db(), { now: LATE })
    await placed(db(), by(), LATE)
    expect(await taken()).toBe(1)
  })
})

describe('cancelling', () => {
  test('ends held and confirmed ones, gives their seats back, and leaves others alone', async () => {
    const event = await paidEvent()
    const orders = [
      await placed(db(), anOrder(event)),
      await placed(db(), anOrder(event)),
      await placed(db(), anOrder(event)),
    ]
    await confirm(orders[0]!.orderId)
    const registrationIds = orders
      .slice(0, 2)
      .map(({ registrations }) => registrations[0]!.id)
      .toSorted()
    const input = { registrationIds, now: NOW, actor: { kind: 'system' as const }, reason: 'event cancelled' }
    expect(await cancelRegistrations(db(), input)).toEqual({ ok: true, value: { cancelled: registrationIds } })
    expect(await cancelRegistrations(db(), input)).toEqual({ ok: true, value: { cancelled: [] } })
    expect(await statesOf(orders[0]!.orderId)).toEqual(['cancelled'])
    expect(await statesOf(orders[2]!.orderId)).toEqual(['held'])
    expect(await taken()).toBe(1)
    const trail = await db()
      .selectFrom('auditEntries')
      .select(['before', 'after'])
      .where('action', '=', 'registration.cancelled')
      .orderBy('id')
      .execute()
    expect(trail.map(({ before }) => before).toSorted()).toEqual(['{"state":"confirmed"}', '{"state":"held"}'])
  })
})
