import { expect, test } from 'vitest'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { unpublishEvent } from '#app/events/publishing/unpublish-event.server.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const

test('a draft is published when nothing is missing, once, and the past of its audit tells so', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { status: 'draft', publishedAt: null })
  const refused = await publishEvent(db, { eventId: event.id, now: NOW, actor })
  expect(refused).toEqual({ ok: false, refusals: [{ code: 'not-ready', details: { count: 1 } }] })

  await db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).where('eventId', '=', event.id).execute()
  for (const _time of [1, 2])
    expect(await publishEvent(db, { eventId: event.id, now: NOW, actor })).toMatchObject({ ok: true })
  const row = await db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'published', publishedAt: NOW, version: 2 })
  const audit = await db.selectFrom('auditEntries').select('action').where('objectId', '=', event.id).execute()
  expect(audit).toEqual([{ action: 'event.published' }])
  await close()
})

test('an event goes back to draft only while nobody is registered', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  await givenParticipants(db, event, [{ fullName: 'Ng' }])
  expect(await unpublishEvent(db, { eventId: event.id, now: NOW, actor })).toEqual({
    ok: false,
    refusals: [{ code: 'has-registrations', details: { count: 1 } }],
  })
  const empty = await givenEvent(db)
  expect(await unpublishEvent(db, { eventId: empty.id, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await unpublishEvent(db, { eventId: empty.id, now: NOW, actor })).toEqual({
    ok: false,
    refusals: [{ code: 'not-published' }],
  })
  await close()
})
