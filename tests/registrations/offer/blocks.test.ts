import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { listBlocks, seenOfBlock } from '#app/registrations/offer/blocks.server.ts'
import { listQuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import { releaseBlock } from '#app/registrations/offer/release-block.server.ts'
import { saveBlock } from '#app/registrations/offer/save-block.server.ts'
import { takeReserved } from '#app/registrations/seats/reservations.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let run: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
let quotaId: string

beforeEach(async () => {
  run = await testServices()
  event = await givenEvent(run.db, { tickets: [{ seats: 10 }] })
  quotaId = event.tickets[0]!.quotaIds[0]!
})

afterEach(async () => {
  const counts = await checkInvariants(run.db)
  expect(counts.filter(({ violations }) => violations > 0)).toEqual([])
  await run.close()
})

const at = { now: NOW, actor: { kind: 'account', id: 'an-account' } } as const

function save(blockId: string | null, size: number, more: { seen?: string; untilAt?: string } = {}) {
  const form = { name: 'Speakers', untilAt: null, seats: [{ quotaId, size }], ...more }
  return saveBlock(run.db, { eventId: event.id, blockId, form, ...at })
}

async function taken(): Promise<number> {
  const quota = await run.db.selectFrom('quotas').select('taken').where('id', '=', quotaId).executeTakeFirstOrThrow()
  return quota.taken
}

test('a block counts as taken, grows and shrinks, and what is left of it goes back when it is released', async () => {
  await givenParticipants(run.db, event, [{ fullName: 'A' }, { fullName: 'B' }])
  const made = await save(null, 5)
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  expect(await taken()).toBe(7)
  expect(await save(made.value.id, 9)).toMatchObject({ refusals: [{ code: 'block-no-room', field: 'seats[0].size' }] })
  expect(await save(made.value.id, 8)).toMatchObject({ ok: true })
  expect(await taken()).toBe(10)
  expect(await save(made.value.id, 3)).toMatchObject({ ok: true })
  expect(await taken()).toBe(5)
  expect((await listQuotaUse(run.db, event.id))[quotaId]).toEqual({
    confirmed: 2,
    held: 0,
    blocked: 3,
    offered: 0,
    changing: 0,
  })
  const release = { eventId: event.id, blockId: made.value.id, ...at }
  expect(await releaseBlock(run.db, release)).toEqual({ ok: true, value: 3 })
  expect(await releaseBlock(run.db, release)).toEqual({ ok: true, value: 0 })
  expect(await taken()).toBe(2)
  expect(await save(made.value.id, 4)).toMatchObject({ refusals: [{ code: 'block-over' }] })
})

test('a block never becomes smaller than what was taken out of it', async () => {
  const made = await save(null, 5)
  if (!made.ok) throw new Error('refused')
  await givenParticipants(run.db, event, [{ fullName: 'A' }])
  // A seat of the registration, as if its code had drawn on the block.
  await run.db.transaction().execute(async (db) => {
    expect(await takeReserved(db, made.value.id, new Map([[quotaId, 1]]))).toBe(null)
    await db
      .updateTable('quotas')
      .set((row) => ({ taken: row('taken', '-', 1) }))
      .execute()
    await db.updateTable('registrationSeats').set({ reservationId: made.value.id }).execute()
  })
  expect(await save(made.value.id, 0)).toMatchObject({
    refusals: [{ code: 'block-below-used', field: 'seats[0].size', details: { count: 1 } }],
  })
  expect(await save(made.value.id, 1)).toMatchObject({ ok: true })
  expect(await listBlocks(run.db, event.id)).toMatchObject([{ seats: [{ size: 1, remaining: 0 }] }])
})

test('who saves over a change of somebody else is told so, once', async () => {
  const made = await save(null, 2)
  if (!made.ok) throw new Error('refused')
  const seen = seenOfBlock((await listBlocks(run.db, event.id))[0]!)
  expect(await save(made.value.id, 3, { seen })).toMatchObject({ ok: true })
  expect(await save(made.value.id, 4, { seen })).toMatchObject({ refusals: [{ code: 'offer-stale' }] })
  expect(await listBlocks(run.db, event.id)).toMatchObject([{ seats: [{ size: 3 }] }])
})

test('ten blocks made at once never set more aside than there is', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => save(null, 3)))
  expect(made.filter(({ ok }) => ok)).toHaveLength(3)
  expect(await taken()).toBe(9)
})

test('blocks of another event stay out of reach', async () => {
  const other = await givenEvent(run.db)
  const made = await save(null, 2)
  if (!made.ok) throw new Error('refused')
  const form = { name: 'Mine', untilAt: null, seats: [{ quotaId, size: 1 }] }
  expect(await saveBlock(run.db, { eventId: other.id, blockId: null, form, ...at })).toMatchObject({
    refusals: [{ code: 'unknown-quota' }],
  })
  expect(await releaseBlock(run.db, { eventId: other.id, blockId: made.value.id, ...at })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
})
