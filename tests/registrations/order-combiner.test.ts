import { sql } from 'kysely'
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

/** Counts the statements that write orders. */
function watched() {
  const seen = { inserts: 0 }
  const plugged = db().withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'InsertQueryNode' && JSON.stringify(node).includes('"form_key"')) seen.inserts++
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

test('one form sent to two events at once is an order of one of them', async () => {
  const events = [
    await givenEvent(db(), { tickets: [{ seats: 10 }] }),
    await givenEvent(db(), { tickets: [{ seats: 10 }] }),
  ]
  const place = combineOrders(db())
  const results = await Promise.all(events.map((event) => place(anOrder(event, { formKey: 'same' }), NOW)))
  const refused = results.flatMap((result) => (result.ok ? [] : [result.refusals[0]!.code]))
  expect(refused).toEqual(['form-used'])
})

/** An order that the database refuses when it is written: it answers a question that is none. */
function badOrder(event: Parameters<typeof anOrder>[0]) {
  const answers = [{ questionId: 'no-such-question', value: 'yes' }]
  return anOrder(event, { people: [aPerson(event.tickets[0]!.id, { answers })] })
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('two thousand at once for a hundred seats: the first hundred have them, everybody else is told so', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 100 }] })
  const { plugged, seen } = watched()
  const place = combineOrders(plugged)
  const answered: number[] = []
  const results = await Promise.all(
    Array.from({ length: 2000 }, async (_, at) => {
      const result = await place(anOrder(event), NOW)
      answered.push(at)
      return result
    }),
  )
  expect(results.map(({ ok }) => ok)).toEqual(Array.from({ length: 2000 }, (_, at) => at < 100))
  expect(new Set(results.flatMap((one) => (one.ok ? [] : one.refusals.map(({ code }) => code))))).toEqual(
    new Set(['sold-out']),
  )
  expect(answered).toEqual(answered.toSorted((one, other) => one - other))
  expect(seen.inserts).toBe(1)
  expect(await seatsTaken(event)).toBe(100)
})

test('nobody waits for the orders behind: those of a transaction are answered before the next', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 1000 }] })
  const place = combineOrders(db())
  const orders = Array.from({ length: 450 }, () => anOrder(event))
  const placedAtFirst: number[] = []
  const count = async () =>
    Number(
      (
        await db()
          .selectFrom('orders')
          .select(sql<number>`count(*)`.as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const [first] = await Promise.all(
    orders.map(async (order) => {
      const result = await place(order, NOW)
      if (order === orders[0]) placedAtFirst.push(await count())
      return result
    }),
  )
  expect(first!.ok).toBe(true)
  expect(placedAtFirst[0]).toBeLessThan(450)
  expect(await count()).toBe(450)
})

test('those that come while others are written go together next', async () => {
  const event = await givenEvent(db())
  const { plugged, seen } = watched()
  const place = combineOrders(plugged)
  const first = place(anOrder(event), NOW)
  await turn()
  const results = await Promise.all([first, ...[1, 2, 3, 4].map(() => place(anOrder(event), NOW))])
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(seen.inserts).toBe(2)
})

test('an order for another event does not wait for the hundreds of this one', async () => {
  const [one, other] = [await givenEvent(db(), { tickets: [{ seats: 1000 }] }), await givenEvent(db())]
  const place = combineOrders(db())
  const answered: string[] = []
  const note = async (event: typeof one) => {
    const { ok } = await place(anOrder(event), NOW)
    answered.push(`${event.id} ${ok}`)
  }
  await Promise.all([...Array.from({ length: 600 }, () => note(one)), note(other)])
  expect(answered).toHaveLength(601)
  expect(answered.indexOf(`${other.id} true`)).toBeLessThan(401)
})
test('the same form sent five times at once is one order', async () => {
  const event = await givenEvent(db())
  const order = anOrder(event)
  const results = await Promise.all(Array.from({ length: 5 }, () => combined(order)))
  expect(new Set(results.map((result) => (result.ok ? result.value.orderId : 'no'))).size).toBe(1)
  expect(results.filter((result) => result.ok && result.value.isNew)).toHaveLength(1)
})

test('one bad order among two hundred hurts nobody; the fault is its own', async () => {
  const event = await givenEvent(db(), { tickets: [{ seats: 300 }] })
  const place = combineOrders(db())
  const orders = Array.from({ length: 200 }, (_, at) => (at === 77 ? badOrder(event) : anOrder(event)))
  const results = await Promise.allSettled(orders.map((order) => place(order, NOW)))
  expect(results.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([77])
  expect(results.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(199)
  expect(await seatsTaken(event)).toBe(199)
  expect(await place(anOrder(event), NOW)).toMatchObject({ ok: true })
})

test.each([
  ['free', undefined, 'confirmed'],
  ['paid', 1000, 'held'],
])('a %s order by itself leaves the same rows as one of many', async (_, price, state) => {
  const event = await givenEvent(db(), { tickets: [{ seats: 300, ...(price && { price }) }] })
  const place = combineOrders(db())
  const alone = await place(anOrder(event), NOW)
  const many = await Promise.all(Array.from({ length: 50 }, () => place(anOrder(event), NOW)))
  const written = await Promise.all([alone, many[49]!].map(rowsOf))
  expect(written[0]).toEqual(written[1])
  expect(written[0]!.registrations).toMatchObject([{ state }])
})

/** What an order left in the database, without what is its own: ids, codes, keys and the person. */
async function rowsOf(result: Awaited<ReturnType<typeof combined>>) {
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { orderId, registrations } = result.value
  const ids = [orderId, ...registrations.map(({ id }) => id)]
  const rows = {
    order: await db().selectFrom('orders').selectAll().where('id', '=', orderId).execute(),
    registrations: await db().selectFrom('registrations').selectAll().where('orderId', '=', orderId).execute(),
    seats: await db().selectFrom('registrationSeats').selectAll().where('registrationId', 'in', ids).execute(),
    lines: await db().selectFrom('orderLines').selectAll().where('orderId', '=', orderId).execute(),
    audit: await db().selectFrom('auditEntries').selectAll().where('objectId', 'in', ids).orderBy('id').execute(),
    messages: await db().selectFrom('messages').selectAll().where('subjectId', '=', orderId).execute(),
  }
  const own = /^(id|orderId|objectId|subjectId|registrationId|personId|code|formKey|activeKey|recipient.*)$/
  const same = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, own.test(key) ? value !== null : key === 'after' ? '' : value]),
    )
  return {
    ...Object.fromEntries(Object.entries(rows).map(([name, own]) => [name, own.map(same)])),
    registrations: rows.registrations.map(same),
  }
}

async function seatsTaken({ tickets }: Awaited<ReturnType<typeof givenEvent>>): Promise<number> {
  const id = tickets[0]!.quotaIds[0]!
  return (await db().selectFrom('quotas').select('taken').where('id', '=', id).executeTakeFirstOrThrow()).taken
}

function combined(order: ReturnType<typeof anOrder>) {
  return test_.services.placeOrder(order, NOW)
}
