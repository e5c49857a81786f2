import { afterEach, beforeEach, expect, test } from 'vitest'
import { sellOut } from '#tests/bench/rush/sell-out.ts'
import { connect } from '#db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'

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

/** The rush of `npm run bench`, in small. */
const SMALL = { seats: 100, tries: 500, connections: 250, servers: 2 }

test('500 people for 100 seats, through HTTP to two processes: exactly 100 are sold, nobody sees an error', async () => {
  const { sold, placed, statuses, violated } = await sellOut(db, { ...SMALL, url: database.url })
  expect({ sold, placed, violated }).toEqual({ sold: 100, placed: 100, violated: [] })
  // A form that was filled in for a seat that went meanwhile is told so at its field.
  const { 303: places, 409: gone = 0, 422: changed = 0, ...others } = statuses
  expect([places, gone + changed, others]).toEqual([100, 400, {}])
}, 180_000)

test('negative control: without the guard, the same rush sells too many', async () => {
  const { sold, violated } = await sellOut(db, { ...SMALL, url: database.url, isGuarded: false })
  expect(sold).toBeGreaterThan(SMALL.seats)
  expect(violated).not.toEqual([])
}, 180_000)
