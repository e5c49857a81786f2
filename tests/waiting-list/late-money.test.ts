import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWish, broken, entryOf, givenFullEvent, joined, mailsOf, openList, openOffersOf } from './a-queue.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { leaveFor, queueFirst } from '#app/waiting-list/queue-first.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { anOrder, aPerson, codesOf, paid, placed } from '#tests/registrations/an-order.ts'

let given: Awaited<ReturnType<typeof testServices>>
let db: typeof given.db

beforeEach(async () => {
  given = await testServices()
  ;({ db } = given)
})

afterEach(async () => {
  // Who cancels a paid seat sees to the money; here nobody does.
  expect((await broken(db)).filter(({ invariant }) => invariant !== 4 && invariant !== 5)).toEqual([])
  await given.close()
})

const LATER = addMinutes(NOW, 180)

/** An order of several seats whose hold lapsed, whose seats others took, and whose money came then. */
async function lateOrder(seats = 1) {
  const event = await givenEvent(db, { tickets: [{ seats, price: 100 }] })
  await openList(db, event.id)
  const people = Array.from({ length: seats }, () => aPerson(event.tickets[0]!.id))
  const late = await placed(db, anOrder(event, { people }))
  await lapseHolds(db, { now: LATER })
  const others = []
  for (let at = 0; at < seats; at++) {
    const other = await placed(db, anOrder(event), LATER)
    await paid(db, other.orderId, LATER)
    others.push(other)
  }
  await paid(db, late.orderId, LATER)
  return { event, late, others }
}

async function free(order: { registrations: { id: string }[] }) {
  const registrationIds = order.registrations.map(({ id }) => id)
  await cancelRegistrations(db, { registrationIds, now: LATER, actor: { kind: 'system' }, reason: 'test' })
}

async function statesOf(orderId: string) {
  const rows = await db.selectFrom('registrations').select('state').where('orderId', '=', orderId).execute()
  return rows.map(({ state }) => state).toSorted()
}

test('whose money is here comes before everybody, and gets the seat itself without an offer', async () => {
  const { event, late, others } = await lateOrder()
  const earlier = await joined(db, aWish(event, { now: LATER }))
  const first = await queueFirst(db, { orderId: late.orderId, now: addMinutes(LATER, 1) })
  const again = await queueFirst(db, { orderId: late.orderId, now: addMinutes(LATER, 2) })
  expect(again).toEqual(first)
  await free(others[0]!)
  await Promise.all([offerSeats(db, { now: LATER }), offerSeats(db, { now: LATER })])
  expect(await statesOf(late.orderId)).toEqual(['confirmed'])
  expect(await openOffersOf(db, event.id)).toEqual([])
  expect((await entryOf(db, earlier)).state).toBe('waiting')
  expect((await entryOf(db, first.ok ? first.value.entryId : '')).state).toBe('taken')
  expect(await mailsOf(db, late.orderId)).toContain('order-confirmed')
  const open = await db.selectFrom('financeEntries').select('kind').where('resolvedAt', 'is', null).execute()
  expect(open).toEqual([])
})

test('of several seats those that are free are given, and the rest waits on at the front', async () => {
  const { late, others, event } = await lateOrder(2)
  const first = await queueFirst(db, { orderId: late.orderId, now: LATER })
  const next = await joined(db, aWish(event, { now: LATER }))
  await free(others[0]!)
  await offerSeats(db, { now: LATER })
  expect(await statesOf(late.orderId)).toEqual(['confirmed', 'lapsed'])
  const entry = await entryOf(db, first.ok ? first.value.entryId : '')
  expect(entry).toMatchObject({ state: 'waiting', partySize: 1 })
  await free(others[1]!)
  await offerSeats(db, { now: LATER })
  expect(await statesOf(late.orderId)).toEqual(['confirmed', 'confirmed'])
  expect((await entryOf(db, next)).state).toBe('waiting')
})

test('who asks for the money back instead is out of the queue, and the seat is offered to the next', async () => {
  const { event, late, others } = await lateOrder()
  await queueFirst(db, { orderId: late.orderId, now: LATER })
  const next = await joined(db, aWish(event, { now: LATER }))
  await leaveFor(db, { orderId: late.orderId, now: LATER })
  await leaveFor(db, { orderId: late.orderId, now: LATER })
  await free(others[0]!)
  await offerSeats(db, { now: LATER })
  expect(await statesOf(late.orderId)).toEqual(['lapsed'])
  expect((await entryOf(db, next)).state).toBe('offered')
})

test('money that is on its way back takes no seat', async () => {
  const { late, others, event } = await lateOrder()
  const first = await queueFirst(db, { orderId: late.orderId, now: LATER })
  const payment = await db
    .selectFrom('payments')
    .select('id')
    .where('orderId', '=', late.orderId)
    .executeTakeFirstOrThrow()
  const attempt = { id: 'r', orderId: late.orderId, paymentId: payment.id, number: 1, way: 'provider' as const }
  const none = { providerReference: null, requestedBy: null, checkedAt: null, note: '', reason: '' }
  await db
    .insertInto('refundAttempts')
    .values({
      ...attempt,
      ...none,
      state: 'pending',
      amountMinor: 100,
      currency: 'USD',
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  const object = { objectKind: 'refund-attempt', objectId: 'r' }
  await recordAudit(db, NOW, [{ actor: { kind: 'system' }, action: 'refund-attempt.pending', ...object }])
  const next = await joined(db, aWish(event, { now: LATER }))
  await free(others[0]!)
  await offerSeats(db, { now: LATER })
  expect(await statesOf(late.orderId)).toEqual(['lapsed'])
  expect((await entryOf(db, first.ok ? first.value.entryId : '')).state).toBe('withdrawn')
  expect((await entryOf(db, next)).state).toBe('offered')
})

test('an order that has its seats, or was never paid, cannot go first', async () => {
  const event = await givenFullEvent(db)
  expect(codesOf([await queueFirst(db, { orderId: event.orders[0]!.orderId, now: NOW })])).toEqual(['not-late'])
})
