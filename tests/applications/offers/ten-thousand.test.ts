import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, broken, decided, offersOf, released, takenSeats } from './a-call.ts'
import { declineRest } from '#app/applications/decisions/decide-rest.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  expect(await broken(given.db)).toEqual([])
  await given.close()
})

test('10,000 applications to a workshop with 25 seats leave 25 seats free; 26 offers leave one behind', async () => {
  const { db } = given
  const call = await aCall(given, 10_000)
  await db.updateTable('callChoices').set({ seats: null }).execute()
  await db.updateTable('quotas').set({ size: 25 }).where('eventId', '=', call.event.id).execute()
  expect(call.ids).toHaveLength(10_000)
  expect(await takenSeats(db, call.event.id)).toBe(0)
  await decided(
    db,
    call,
    call.ids
      .slice(0, 26)
      .map((applicationId) => ({ applicationId, kind: 'accept' as const, choiceId: call.choice.id })),
  )
  const rest = await declineRest(db, { callId: call.callId, reason: '', now: NOW, actor: { kind: 'system' } })
  expect(rest).toEqual({ ok: true, value: 9974 })
  expect(await takenSeats(db, call.event.id)).toBe(0)
  await db.deleteFrom('decisions').where('kind', '=', 'decline').execute()
  expect(await released(db, call)).toMatchObject({ released: 25, behind: 1 })
  expect(await takenSeats(db, call.event.id)).toBe(25)
  expect(await offersOf(db, call)).toHaveLength(25)
}, 180_000)
