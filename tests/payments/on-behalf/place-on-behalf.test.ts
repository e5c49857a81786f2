import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOrder, aPerson } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { placeOnBehalf } from '#app/payments/on-behalf/place-on-behalf.server.ts'
import type { Terms } from '#app/registrations/on-behalf/on-behalf-form.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import { addMinutes } from '#app/values/moment.ts'

let given: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  given = await testServices()
  event = await givenEvent(given.db, {
    tickets: [
      { seats: 2, price: 300_00 },
      { seats: 1, isHidden: 1, isClosed: 1 },
    ],
  })
})

afterEach(async () => {
  expect((await checkInvariants(given.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await given.close()
})

async function place(terms: Terms, { over = 0, ...order }: Partial<PlaceOrder> & { over?: number } = {}) {
  return await placeOnBehalf(given.db, {
    order: { ...anOrder(event, { paymentMethod: null }), isPrivileged: true, ...order },
    terms,
    days: 7,
    over,
    now: NOW,
    actor: { kind: 'account', id: 'an-account' },
  })
}

async function seats() {
  return await given.db.selectFrom('registrations').select(['id', 'state', 'heldUntil']).orderBy('id').execute()
}

const mails = async () =>
  (await given.db.selectFrom('messages').select('template').execute()).map(({ template }) => template).toSorted()

test('to be paid: the seat is held for the days that were given, and the link goes out', async () => {
  const placed = await place('pay')
  expect(placed.ok && placed.value.state).toBe('held')
  expect((await seats())[0]).toMatchObject({ state: 'held', heldUntil: addMinutes(NOW, 7 * 24 * 60) })
  expect(await mails()).toEqual(['order-awaiting-payment'])
})

test('theirs now: the seat is confirmed in the organizer’s name, and the money is still due', async () => {
  const placed = await place('owe')
  if (!placed.ok) throw new Error(JSON.stringify(placed.refusals))
  expect((await seats())[0]!.state).toBe('confirmed')
  expect((await balanceOf(given.db, placed.value.orderId))!.due).toBe(300_00)
  const entry = await given.db
    .selectFrom('auditEntries')
    .select(['actorId', 'after'])
    .where('action', '=', 'registration.confirmed')
    .executeTakeFirstOrThrow()
  expect(entry.actorId).toBe('an-account')
})

test('free of charge: a waiver pays, in the organizer’s name, and nobody is asked for money', async () => {
  const placed = await place('free')
  if (!placed.ok) throw new Error(JSON.stringify(placed.refusals))
  expect(await balanceOf(given.db, placed.value.orderId)).toMatchObject({ lines: 300_00, paid: 300_00, due: 0 })
  const payment = await given.db.selectFrom('payments').select(['method', 'fund']).executeTakeFirstOrThrow()
  expect(payment).toEqual({ method: 'waiver', fund: 'waiver' })
  expect(await mails()).toEqual(['order-confirmed'])
})

test('a hidden and closed ticket can be given', async () => {
  expect((await place('pay', { people: [aPerson(event.tickets[1]!.id)] })).ok).toBe(true)
})

test('a full pool is gone over only with the excess agreed to, in one piece, and the log says by whom', async () => {
  const people = () => Array.from({ length: 3 }, () => aPerson(event.tickets[0]!.id))
  const without = await place('owe', { people: people() })
  expect(!without.ok && without.refusals[0]!.code).toBe('few-left')
  expect(await seats()).toEqual([])
  const over = await place('owe', { people: people(), over: 1 })
  expect(over.ok).toBe(true)
  const quotas = () =>
    given.db.selectFrom('quotas').select(['size', 'overBy', 'taken']).orderBy('size', 'desc').execute()
  expect((await quotas())[0]).toEqual({ size: 2, overBy: 1, taken: 3 })
  const more = await place('owe', { people: people(), over: 1 })
  expect(!more.ok && more.refusals[0]!.code).toBe('over-changed')
  expect((await quotas())[0]).toEqual({ size: 2, overBy: 1, taken: 3 })
  const entries = await given.db
    .selectFrom('auditEntries')
    .select(['actorId', 'after'])
    .where('action', '=', 'quota.went-over')
    .execute()
  expect(entries).toEqual([{ actorId: 'an-account', after: JSON.stringify({ by: 1 }) }])
})

test('somebody who is registered already is refused, and no pool grows for it', async () => {
  const person = () => aPerson(event.tickets[0]!.id, { email: 'same@example.org' })
  expect((await place('owe', { people: [person()] })).ok).toBe(true)
  expect((await place('owe', { people: [aPerson(event.tickets[0]!.id)] })).ok).toBe(true)
  const again = await place('owe', { people: [person()], over: 1 })
  expect(!again.ok && again.refusals[0]!.code).toBe('already-registered')
  const { overBy } = await given.db
    .selectFrom('quotas')
    .select('overBy')
    .orderBy('size', 'desc')
    .executeTakeFirstOrThrow()
  expect(overBy).toBe(0)
})

test('the same form twice is one order, whatever it asks for', async () => {
  const order = { formKey: 'k'.repeat(32), people: [aPerson(event.tickets[0]!.id)] }
  const [one, other] = [await place('free', order), await place('free', order)]
  expect(one.ok && other.ok && other.value).toMatchObject({ orderId: one.ok && one.value.orderId, isNew: false })
  expect(await seats()).toHaveLength(1)
  expect(await given.db.selectFrom('payments').select('id').execute()).toHaveLength(1)
})
