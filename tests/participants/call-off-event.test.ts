import { expect, test } from 'vitest'
import { givenParticipants } from './given-participants.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { callOffEvent, countCallOff } from '#app/participants/call-off-event.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const

test('cancelling an event ends its registrations, frees the seats and tells each address once', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{ seats: 9, allowsRepeat: 1 }] })
  await givenParticipants(db, event, [
    { fullName: 'A', email: 'a@example.org' },
    { fullName: 'A again', email: 'A@example.org' },
    { fullName: 'B', email: 'b@example.org' },
  ])
  expect(await countCallOff(db, event.id)).toEqual({ registrations: 3, told: 2 })
  const called = await callOffEvent(db, { eventId: event.id, now: NOW, actor })
  expect(called).toEqual({ ok: true, value: { cancelled: 3, told: 2 } })

  const row = await db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'cancelled', cancelledAt: NOW })
  expect(row.sequence).toBeGreaterThan(0)
  const states = await db.selectFrom('registrations').select('state').distinct().execute()
  expect(states).toEqual([{ state: 'cancelled' }])
  const { taken } = await db.selectFrom('quotas').select('taken').executeTakeFirstOrThrow()
  expect(taken).toBe(0)
  const told = await db
    .selectFrom('messages')
    .select('recipientKey')
    .where('template', '=', 'event-cancelled')
    .orderBy('recipientKey')
    .execute()
  expect(told.map(({ recipientKey }) => recipientKey)).toEqual(['a@example.org', 'b@example.org'])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await close()
})

test('an event is cancelled once', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  expect(await callOffEvent(db, { eventId: event.id, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await callOffEvent(db, { eventId: event.id, now: NOW, actor })).toEqual({
    ok: false,
    refusals: [{ code: 'not-published' }],
  })
  await close()
})
