import { afterEach, beforeEach, expect, test } from 'vitest'
import { listRooms } from '#app/programme/rooms/list-rooms.server.ts'
import { moveRoom } from '#app/programme/rooms/move-room.server.ts'
import { removeRoom } from '#app/programme/rooms/remove-room.server.ts'
import { seenRoom } from '#app/programme/rooms/room-form.ts'
import { saveRoom } from '#app/programme/rooms/save-room.server.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { aSession } from '#tests/programme/sessions/a-session.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'account', id: 'an-account' } as const

let test_: Awaited<ReturnType<typeof testServices>>
let eventId: string
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
  eventId = (await givenEvent(db())).id
})
afterEach(() => test_.close())

const given = () => ({ eventId, now: NOW, actor })
const save = (name: string, seats?: number, roomId: string | null = null, seen = '') =>
  saveRoom(db(), { ...given(), roomId, form: { name, seats, seen } })
const names = async () => (await listRooms(db(), eventId)).map(({ name }) => name)

async function added(name: string, seats?: number): Promise<string> {
  const saved = await save(name, seats)
  if (!saved.ok) throw new Error('refused')
  return saved.value.id
}

test('renamed, it is renamed where it is used, and calendars are told; of another event nothing changes', async () => {
  const room = await added('Lab 1', 20)
  await givenTrack(db(), eventId, 'T1')
  const session = await saveSession(db(), { ...given(), sessionId: null, form: aSession({ room: 'Lab 1' }) })
  const other = await givenEvent(db())
  await saveSession(db(), { ...given(), eventId: other.id, sessionId: null, form: aSession({ room: 'Lab 1' }) })
  const seen = seenRoom({ name: 'Lab 1', seats: 20 })
  expect(await save('Lab One', 20, room, seen)).toMatchObject({ ok: true, value: { renamed: 2 } })
  const sessions = await db().selectFrom('sessions').select(['id', 'room', 'sequence', 'version']).execute()
  expect(sessions.find(({ id }) => session.ok && id === session.value.id)).toMatchObject({
    room: 'Lab One',
    sequence: 1,
    version: 1,
  })
  expect(sessions.filter(({ room }) => room === 'Lab 1')).toHaveLength(1)
  expect(await save('Lab Two', 20, room, seen)).toMatchObject({ refusals: [{ code: 'stale' }] })
  expect(await listRooms(db(), eventId)).toMatchObject([{ name: 'Lab One', seats: 20, sessions: 1, tracks: 1 }])
})

test('a name is there once; names that are only used are shown to be added', async () => {
  await added('Hall')
  expect(await save('Hall')).toMatchObject({ refusals: [{ code: 'room-taken', field: 'name' }] })
  await givenTrack(db(), eventId, 'T1')
  expect(await listRooms(db(), eventId)).toMatchObject([{ name: 'Hall' }, { id: null, name: 'Lab 1', tracks: 1 }])
})

test('removed only while nothing is held in it, and never through another event', async () => {
  const room = await added('Lab 1')
  await givenTrack(db(), eventId, 'T1')
  const other = await givenEvent(db())
  expect(await removeRoom(db(), { ...given(), roomId: room })).toMatchObject({ refusals: [{ code: 'room-used' }] })
  const foreign = { ...given(), eventId: other.id, roomId: room }
  expect(await removeRoom(db(), foreign)).toMatchObject({ refusals: [{ code: 'gone' }] })
  expect(await moveRoom(db(), { ...foreign, by: 1 })).toMatchObject({ refusals: [{ code: 'gone' }] })
  await db().updateTable('tracks').set({ room: null }).execute()
  expect(await removeRoom(db(), { ...given(), roomId: room })).toMatchObject({ ok: true })
  expect(await names()).toEqual([])
})

test('moved by one place, and at an end not at all', async () => {
  const [one] = [await added('One'), await added('Two'), await added('Three')]
  const move = (by: -1 | 1) => moveRoom(db(), { ...given(), roomId: one, by })
  await move(-1)
  expect(await names()).toEqual(['One', 'Two', 'Three'])
  await move(1)
  expect(await names()).toEqual(['Two', 'One', 'Three'])
  await move(1)
  await move(1)
  expect(await names()).toEqual(['Two', 'Three', 'One'])
})
