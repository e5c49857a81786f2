import { afterEach, beforeEach, expect, test } from 'vitest'
import { releaseVersion, seenOfProgramme } from '#app/programme/versions/release-version.server.ts'
import { changesSince, findVersion, listVersions } from '#app/programme/versions/versions.server.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
const actor = { kind: 'account', id: 'an-account' } as const
const at = { day: '2027-06-14', from: '09:00', to: '10:00' }

beforeEach(async () => {
  test_ = await testServices()
  event = await givenEvent(test_.db)
})
afterEach(() => test_.close())

const seen = async () => {
  const { number, now } = await changesSince(test_.db, event.id)
  return seenOfProgramme(number, now)
}
const release = async (given?: string, note = '') =>
  await releaseVersion(test_.db, { eventId: event.id, note, seen: given ?? (await seen()), now: NOW, actor })
const rename = (title: string) =>
  test_.db.updateTable('sessions').set({ title }).where('eventId', '=', event.id).where('isPublic', '=', 1).execute()

test('a version keeps the public programme as it was, whatever becomes of it', async () => {
  await givenSession(test_.db, event.id, { ...at, title: 'Opening' })
  await givenSession(test_.db, event.id, { ...at, title: 'Committee', isPublic: 0 })
  expect((await changesSince(test_.db, event.id)).changes).toBeNull()
  expect(await release(undefined, 'The first one')).toEqual({ ok: true, value: { number: 1 } })
  expect(await release()).toMatchObject({ refusals: [{ code: 'version-same' }] })
  await rename('Welcome')
  expect((await changesSince(test_.db, event.id)).changes).toMatchObject([{ is: 'changed', fields: ['title'] }])
  expect(await release()).toMatchObject({ value: { number: 2 } })
  expect(await listVersions(test_.db, event.id, 1)).toMatchObject([
    { number: 2, changes: [{ is: 'changed' }], sessions: 1 },
    { number: 1, changes: [], note: 'The first one', sessions: 1 },
  ])
  const first = await findVersion(test_.db, event.id, 1)
  expect(first).toMatchObject({ changes: null, isNewest: false, content: { sessions: [{ title: 'Opening' }] } })
  expect(JSON.stringify(first)).not.toContain('Committee')
  expect((await findVersion(test_.db, event.id, 2))?.isNewest).toBe(true)
  const other = await givenEvent(test_.db)
  expect(await findVersion(test_.db, other.id, 1)).toBeNull()
  const row = await test_.db
    .selectFrom('events')
    .select('programmeVersion')
    .where('id', '=', event.id)
    .executeTakeFirst()
  expect(row?.programmeVersion).toBe(2)
  const log = await test_.db
    .selectFrom('auditEntries')
    .select('after')
    .where('action', '=', 'programme.released')
    .execute()
  expect(log).toHaveLength(2)
})

test('of two who release at once one does; what changed after it was looked at is looked at again', async () => {
  await givenSession(test_.db, event.id, { ...at, title: 'Opening' })
  const looked = await seen()
  const outcomes = await Promise.all([release(looked), release(looked), release(looked)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.flatMap((one) => (one.ok ? [] : one.refusals.map(({ code }) => code)))).toEqual([
    'programme-stale',
    'programme-stale',
  ])
  const again = await seen()
  await rename('Welcome')
  expect(await release(again)).toMatchObject({ refusals: [{ code: 'programme-stale' }] })
})

test('without public sessions there is nothing to release', async () => {
  await givenSession(test_.db, event.id, { ...at, title: 'Committee', isPublic: 0 })
  expect(await release()).toMatchObject({ refusals: [{ code: 'programme-empty' }] })
})
