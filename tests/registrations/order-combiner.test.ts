import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOrder, aPerson } from './an-order.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
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

/** Counts the statements that write orders, and fails each that would write one of these form keys. */
function watched(poison: string[] = []) {
  const seen = { inserts: 0 }
  const plugged = db().withPlugin({
    transformQuery: ({ node }) => {
      const text = JSON.stringify(node)
      if (node.kind === 'InsertQueryNode' && text.includes('"form_key"')) {
        seen.inserts++
        if (poison.some((key) => text.includes(key))) throw new Error('the disk is full')
      }
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { plugged, seen }
}

test('a hundred at once for ten seats are ten, in few transactions, and each has its own answer', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 10 }] })
  const { plugged, seen } = watched()
  const place = combineOrders(plugged)
  const orders = Array.from({ length: 100 }, () => anOrder(event))
  const results = await Promise.all(orders.map((order) => place(order, NOW)))
  const placed = results.flatMap((result) => (result.ok ? [result.value.orderId] : []))
  expect(new Set(placed).size).toBe(10)
  expect(results.filter((result) => !result.ok && result.refusals[0]!.code === 'sold-out')).toHaveLength(90)
  // In the order in which they came.
  expect(results.findIndex((result) => !result.ok)).toBe(10)
  expect(seen.inserts).toBeLessThanOrEqual(2)
})

test('those that come while others are written go together next; events do not wait for each other', async () => {
  const [one, other] = [await givenEvent(db()), await givenEvent(db())]
  const { plugged, seen } = watched()
  const place = combineOrders(plugged)
  const first = place(anOrder(one), NOW)
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [1, 2, 3, 4].map(() => place(anOrder(one), NOW))
  const elsewhere = place(anOrder(other), NOW)
  const results = await Promise.all([first, ...rest, elsewhere])
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(seen.inserts).toBe(3)
})

test('the same form sent five times at once is one order', async () => {
  const event = await givenEvent(db())
  const order = anOrder(event)
  const results = await Promise.all(Array.from({ length: 5 }, () => combined(order)))
  expect(new Set(results.map((result) => (result.ok ? result.value.orderId : 'no'))).size).toBe(1)
  expect(results.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
})

test('a fault is the fault of its own order; its neighbours are placed', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 10 }] })
  const bad = anOrder(event, { formKey: 'poison', people: [aPerson(event.tickets[0]!.id)] })
  const { plugged } = watched(['poison'])
  const place = combineOrders(plugged)
  const results = await Promise.allSettled([place(anOrder(event), NOW), place(bad, NOW), place(anOrder(event), NOW)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.ok] : []))).toEqual([true, true])
  expect(await place(anOrder(event), NOW)).toMatchObject({ ok: true })
})

function combined(order: ReturnType<typeof anOrder>) {
  return test_.services.placeOrder(order, NOW)
}
