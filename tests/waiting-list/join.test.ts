import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWish, broken, entryOf, givenFullEvent, joined, mailsOf } from './a-queue.ts'
import { changeEntry } from '#app/waiting-list/change-entry.server.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { leaveWaitingList } from '#app/waiting-list/leave-waiting-list.server.ts'
import { positionOf } from '#app/waiting-list/position.ts'
import { readQueue } from '#app/waiting-list/read-queue.server.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { anOrder, codesOf } from '#tests/registrations/an-order.ts'
import { openList } from './a-queue.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let db: typeof test_.db

beforeEach(async () => {
  test_ = await testServices()
  ;({ db } = test_)
})

afterEach(async () => {
  expect(await broken(db)).toEqual([])
  await test_.close()
})

const codes = (result: Awaited<ReturnType<typeof joinWaitingList>>) => codesOf([result])[0]

test('joining a full quota counts once in it, sends one mail, and the same form is the same entry', async () => {
  const event = await givenFullEvent(db)
  const wish = aWish(event, { partySize: 3 })
  const first = await joinWaitingList(db, wish)
  const again = await joinWaitingList(db, wish)
  expect(first).toMatchObject({ ok: true, value: { isNew: true } })
  expect(again).toMatchObject({ ok: true, value: { isNew: false } })
  const id = first.ok ? first.value.entryId : ''
  expect(await mailsOf(db, id)).toEqual(['waiting-list-joined'])
  const [quota] = await db.selectFrom('quotas').select('waiting').where('eventId', '=', event.id).execute()
  expect(quota!.waiting).toBe(1)
})

test('one address waits once for an event, whatever its capitals; who left may join again', async () => {
  const event = await givenFullEvent(db)
  const id = await joined(db, aWish(event, { email: 'ada@example.org' }))
  expect(codes(await joinWaitingList(db, aWish(event, { email: 'ADA@example.org ' })))).toBe('already-waiting')
  await leaveWaitingList(db, { entryId: id, now: NOW })
  expect((await entryOf(db, id)).state).toBe('withdrawn')
  await joined(db, aWish(event, { email: 'ada@example.org' }))
})

test('two forms of one address at the same moment are one entry', async () => {
  const event = await givenFullEvent(db)
  const wishes = Array.from({ length: 4 }, () => aWish(event, { email: 'ada@example.org' }))
  const results = await Promise.all(wishes.map((wish) => joinWaitingList(db, wish)))
  expect(codesOf(results).toSorted()).toEqual(['already-waiting', 'already-waiting', 'already-waiting', 'placed'])
})

test('a seat that is free is told instead of a place in the queue, unless others wait for it', async () => {
  const event = await givenFullEvent(db, { seats: 2 })
  const early = aWish(event)
  await joined(db, early)
  await cancelRegistrations(db, {
    registrationIds: [event.orders[0]!.registrations[0]!.id],
    now: NOW,
    actor: { kind: 'system' },
    reason: 'test',
  })
  // The seat is for who waits: somebody who comes now queues behind them.
  await joined(db, aWish(event))
  expect(codesOf(await placeOrders(db, { orders: [anOrder(event)], now: NOW }))).not.toEqual(['placed'])

  const other = await givenEvent(db, { tickets: [{ seats: 2 }] })
  await openList(db, other.id)
  expect(codes(await joinWaitingList(db, aWish(other)))).toBe('seat-free')
  // A party that does not fit into what is left waits.
  await joined(db, aWish(other, { partySize: 3 }))
})

test('nobody joins a list that is not open, has closed, or whose event has begun', async () => {
  const event = await givenFullEvent(db, { rules: { isOpen: 0 } })
  expect(codes(await joinWaitingList(db, aWish(event)))).toBe('list-closed')
  await db.updateTable('waitingListRules').set({ isOpen: 1, closesAt: NOW }).execute()
  expect(codes(await joinWaitingList(db, aWish(event)))).toBe('list-closed')
  await db.updateTable('waitingListRules').set({ closesAt: null }).execute()
  await db.updateTable('ticketTypes').set({ onSaleUntilAt: NOW }).execute()
  expect(codes(await joinWaitingList(db, aWish(event)))).toBe('unknown-ticket')
  await db.updateTable('ticketTypes').set({ onSaleUntilAt: null }).execute()
  await db.updateTable('events').set({ startsAt: NOW }).where('id', '=', event.id).execute()
  expect(codes(await joinWaitingList(db, aWish(event)))).toBe('list-closed')
})

test('a party beyond an order, a ticket of another event, a day that is over: each has its answer', async () => {
  const event = await givenFullEvent(db)
  const other = await givenFullEvent(db)
  expect(codes(await joinWaitingList(db, aWish(event, { partySize: 11 })))).toBe('too-many-together')
  expect(codes(await joinWaitingList(db, aWish(event, { ticketTypeIds: [other.tickets[0]!.id] })))).toBe(
    'unknown-ticket',
  )
  expect(codes(await joinWaitingList(db, aWish(event, { wantedUntilAt: NOW })))).toBe('wanted-until-past')
})

test('one waits for quotas: a ticket that shares a full one with another is behind those who wait for the other', async () => {
  const event = await givenFullEvent(db, { seats: 1 })
  const [room] = event.tickets[0]!.quotaIds
  const more = await givenEvent(db, { tickets: [{ quotaIds: [room!] }, { seats: 5 }] })
  await db
    .updateTable('ticketTypes')
    .set({ eventId: event.id, code: 'OTHER' })
    .where('id', '=', more.tickets[0]!.id)
    .execute()
  const first = await joined(db, aWish(event, { partySize: 2 }))
  const second = await joined(db, aWish(event, { ticketTypeIds: [more.tickets[0]!.id], now: addMinutes(NOW, 1) }))
  const { entries } = (await readQueue(db, event.id))!
  expect(positionOf(entries, first)).toEqual({ place: 1, of: 2, seatsBefore: 0 })
  expect(positionOf(entries, second)).toEqual({ place: 2, of: 2, seatsBefore: 2 })
})

test('a smaller party keeps its place, a larger one and another ticket go to the end', async () => {
  const event = await givenFullEvent(db, { tickets: [{ seats: 2 }, { seats: 0 }] })
  const first = await joined(db, aWish(event, { partySize: 2 }))
  const second = await joined(db, aWish(event, { now: addMinutes(NOW, 1) }))
  const order = async () => (await readQueue(db, event.id))!.entries.map(({ id }) => id)
  const change = { entryId: first, isAllOrNothing: true, wantedUntilAt: null, now: addMinutes(NOW, 2) }
  const [one, two] = event.tickets.map(({ id }) => id)
  const smaller = await changeEntry(db, { ...change, partySize: 1, ticketTypeIds: [one!] })
  expect(smaller).toEqual({ ok: true, value: { isAtEnd: false } })
  expect(await order()).toEqual([first, second])
  const larger = await changeEntry(db, { ...change, partySize: 2, ticketTypeIds: [one!] })
  expect(larger).toEqual({ ok: true, value: { isAtEnd: true } })
  expect(await order()).toEqual([second, first])
  const wider = await changeEntry(db, { ...change, entryId: second, partySize: 1, ticketTypeIds: [two!, one!] })
  expect(wider).toEqual({ ok: true, value: { isAtEnd: true } })
})
