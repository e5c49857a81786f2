import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWish, broken, givenFullEvent, joined } from './a-queue.ts'
import { inQueueOrder } from '#app/waiting-list/queue.ts'
import { addMinutes } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { NOW } from '#tests/support/app.ts'
import { runTogether } from '#tests/support/race/run-together.ts'

const PROCESSES = 4
const SEATS = 12
const WAITING = 20

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

test('four processes offer each seat once, in order, while strangers try to get in before', async () => {
  const event = await givenFullEvent(db, { seats: SEATS })
  for (let at = 0; at < WAITING; at++) await joined(db, aWish(event, { now: addMinutes(NOW, at) }))
  await db
    .updateTable('quotas')
    .set({ size: SEATS * 2 })
    .where('eventId', '=', event.id)
    .execute()
  const input = { url: database.url, eventId: event.id, ticketTypeId: event.tickets[0]!.id, runs: 6 }
  const now = addMinutes(NOW, WAITING)
  const answers = await runTogether<{ walkedIn: number; joined: number }>(
    'offer-seats.ts',
    Array.from({ length: PROCESSES }, () => ({ ...input, now })),
  )
  expect(answers.reduce((sum, { walkedIn }) => sum + walkedIn, 0)).toBe(0)
  const offers = await db.selectFrom('offers').select('entryId').where('eventId', '=', event.id).execute()
  expect(offers).toHaveLength(SEATS)
  const entries = await db.selectFrom('waitingListEntries').selectAll().where('eventId', '=', event.id).execute()
  const first = entries.toSorted(inQueueOrder).slice(0, SEATS)
  expect(new Set(offers.map(({ entryId }) => entryId))).toEqual(new Set(first.map(({ id }) => id)))
  expect(await broken(db)).toEqual([])
}, 120_000)
