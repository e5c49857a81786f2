import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anOrder } from './an-order.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { combineOrders, type PlaceOne } from '#app/registrations/order-combiner.server.ts'
import { connect } from '#db/connect.ts'
import { NOW } from '#tests/support/app.ts'
import { createTestDatabase, type TestDatabase, testDialect } from '#tests/support/databases/create-database.ts'
import { rushOfWriters } from '#tests/db/given-rush.ts'
import { givenEvent } from '#tests/support/given.ts'

let database: TestDatabase
let db: ReturnType<typeof connect>

beforeEach(async () => {
  database = await createTestDatabase()
  db = connect(database.url)
})

afterEach(async () => {
  await db.destroy()
  await database.drop()
})

/** Orders of two hundred people at once, in the midst of which the thread that writes ends; until it goes on after that. */
async function rushAndLose(place: PlaceOne, event: Awaited<ReturnType<typeof givenEvent>>, moment: number) {
  const placed = new Map<string, string>()
  const others: unknown[] = []
  const rush = { isOver: false }
  async function keepOrdering(): Promise<void> {
    while (!rush.isOver) {
      const order = anOrder(event)
      const result = await place(order, NOW)
      if (result.ok) placed.set(order.formKey, result.value.code)
      else others.push(result.refusals)
    }
  }
  const thread = await rushOfWriters(db)
  const people = Promise.all(Array.from({ length: 200 }, keepOrdering))
  // Answers of the thread: it is at work.
  for (let answers = 0; answers < 5; answers++) await once(thread, 'message')
  await sleep(moment)
  await thread.terminate()
  const before = placed.size
  while (placed.size === before) await sleep(20)
  rush.isOver = true
  await people
  return { placed, others }
}

describe.runIf(testDialect() === 'sqlite')('the thread that writes dies', () => {
  test.each([0, 3, 7, 12, 20])(
    '%i ms into a rush: who was told of a place has it, everybody has one, and there is no half',
    async (moment) => {
      const event = await givenEvent(db, { tickets: [{ seats: 1_000_000 }] })
      const { placed, others } = await rushAndLose(combineOrders(db), event, moment)
      expect(others).toEqual([])
      const rows = await db.selectFrom('orders').select(['formKey', 'code']).execute()
      expect(new Map(rows.map(({ formKey, code }) => [formKey, code]))).toEqual(placed)
      const { taken } = await db.selectFrom('quotas').select('taken').executeTakeFirstOrThrow()
      expect(taken).toBe(placed.size)
      expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
    },
    60_000,
  )
})
