import { expect, test } from 'vitest'
import { removeTrack } from '#app/events/remove-track.server.ts'
import { saveTrack } from '#app/events/save-track.server.ts'
import { seenTrack } from '#app/events/track-form.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const
const form = {
  seen: '',
  textLanguage: 'en',
  code: 'T2',
  title: 'Routing',
  language: 'en',
  level: undefined,
  room: 'Lab 2',
  summary: '',
  prerequisites: '',
}

test('tracks are added, changed and translated; a code is used once in an event', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const added = await saveTrack(db, { eventId: event.id, trackId: null, form, now: NOW, actor })
  if (!added.ok) throw new Error('refused')
  const trackId = added.value.id
  await saveTrack(db, {
    eventId: event.id,
    trackId,
    form: { ...form, textLanguage: 'fr', title: 'Routage', seen: seenTrack({ ...form, level: null }, undefined) },
    now: NOW,
    actor,
  })
  const unseen = { ...form, title: 'Over what nobody looked at' }
  expect(await saveTrack(db, { eventId: event.id, trackId, form: unseen, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'stale' }],
  })
  expect(await listTracks(db, event.id, 'fr')).toMatchObject([
    { code: 'T2', title: 'Routage', textLanguages: ['en', 'fr'] },
  ])
  expect(await saveTrack(db, { eventId: event.id, trackId: null, form, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'code-taken', field: 'code' }],
  })
  await close()
})

test('a track is removed when nothing uses it, and never through another event', async () => {
  const { db, close } = await testServices()
  const [event, other] = [await givenEvent(db), await givenEvent(db)]
  const added = await saveTrack(db, { eventId: event.id, trackId: null, form, now: NOW, actor })
  if (!added.ok) throw new Error('refused')
  const trackId = added.value.id
  expect(await removeTrack(db, { eventId: other.id, trackId, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  expect(await saveTrack(db, { eventId: other.id, trackId, form, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  await db.updateTable('ticketTypes').set({ trackId }).where('eventId', '=', event.id).execute()
  expect(await removeTrack(db, { eventId: event.id, trackId, now: NOW, actor })).toMatchObject({
    refusals: [{ code: 'track-used' }],
  })
  await db.updateTable('ticketTypes').set({ trackId: null }).where('eventId', '=', event.id).execute()
  expect(await removeTrack(db, { eventId: event.id, trackId, now: NOW, actor })).toMatchObject({ ok: true })
  expect(await listTracks(db, event.id, 'en')).toEqual([])
  await close()
})
