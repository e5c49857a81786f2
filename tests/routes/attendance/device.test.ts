import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { DeviceList } from '#app/attendance/device-list.ts'
import { digestOf } from '#app/attendance/ticket-digest.ts'
import { addDays, addSeconds } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

const BASE = '/attendance/ntw-2027'

/** Two tracks with a person each, an instructor of the first, somebody at the front desk, and a stranger with an account. */
async function givenTaught() {
  const event = await givenEvent(app.db, { slug: 'ntw-2027', tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks = [await givenTrack(app.db, event.id, 'T1'), await givenTrack(app.db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const [mine] = await givenParticipants(app.db, event, [{ fullName: 'Contohwati' }])
  const [theirs] = await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [
    { fullName: 'Somebody of another track' },
  ])
  const at = { scope: 'event', scopeId: event.id } as const
  const instructor = await givenAccount(app.db, 'instructor@plenary.example', [
    { role: 'instructor', ...at, trackId: tracks[0]! },
  ])
  const desk = await givenAccount(app.db, 'desk@plenary.example', [{ role: 'front-desk', ...at }])
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [{ role: 'organizer', ...at }])
  const stranger = await givenAccount(app.db, 'stranger@plenary.example')
  return { event, tracks, mine: mine!, theirs: theirs!, instructor, desk, organizer, stranger }
}

async function openDevice(name = 'Room L3'): Promise<string> {
  const answer = await app.post(`${BASE}/devices/open`, { name })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { deviceId: string }).deviceId
}

function list(deviceId: string): Promise<Response> {
  return app.get(`${BASE}/list.json?device=${deviceId}`)
}

function send(deviceId: string, marks: object[], deviceNow = NOW): Promise<Response> {
  return app.fetch(`${BASE}/marks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ deviceId, deviceNow, marks }),
  })
}

function mark(registrationId: string, given: object = {}) {
  const at = addSeconds(NOW, -600)
  return {
    id: newId(NOW),
    registrationId,
    slot: 'arrival',
    state: 'present',
    at,
    deviceAt: at,
    source: 'list',
    ...given,
  }
}

test('an instructor’s device has the people of the own track by name, and of the others nothing but digests', async () => {
  const { event, mine, theirs, tracks, instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const answer = await list(await openDevice())
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')
  const text = await answer.text()
  const found = JSON.parse(text) as DeviceList
  expect(found.people.map(({ registrationId, name }) => [registrationId, name])).toEqual([[mine, 'Contohwati']])
  expect(found.tracks.map(({ id }) => id)).toEqual([tracks[0]])
  expect(found.door).toBe('room')
  expect(found.slots.length).toBeGreaterThan(2)
  const { code } = await app.db
    .selectFrom('registrations')
    .select('code')
    .where('id', '=', theirs)
    .executeTakeFirstOrThrow()
  expect(found.elsewhere).toEqual([await digestOf(code, event.id)])
  for (const hidden of [theirs, code, 'another track', '@example.org', 'Ticket 1']) expect(text).not.toContain(hidden)
})

test('a person on a device is what marking needs, and nothing besides', async () => {
  const { desk } = await givenTaught()
  await signInAs(app, desk.accountId)
  const found = (await (await list(await openDevice())).json()) as DeviceList
  expect(found.people).toHaveLength(2)
  expect(Object.keys(found.people[0]!).toSorted()).toEqual(
    [
      'code',
      'days',
      'due',
      'isConfirmed',
      'latinName',
      'name',
      'registrationId',
      'ticket',
      'trackId',
      'words',
    ].toSorted(),
  )
  expect(found.elsewhere).toEqual([])
  expect(found.event.keepUntil > addDays(found.event.endsOn, 7)).toBe(true)
})

test('tickets that ended are known by their code, without a name', async () => {
  const { mine, desk } = await givenTaught()
  await app.db.updateTable('registrations').set({ state: 'cancelled', endedAt: NOW }).where('id', '=', mine).execute()
  await signInAs(app, desk.accountId)
  const found = (await (await list(await openDevice())).json()) as DeviceList
  expect(found.ended).toMatchObject([{ registrationId: mine, why: 'cancelled', endedAt: NOW }])
  expect(found.people.map(({ name }) => name)).toEqual(['Somebody of another track'])
  expect(JSON.stringify(found)).not.toContain('Contohwati')
})

test('one and fifty people take the same number of queries', async () => {
  const { event, desk } = await givenTaught()
  await signInAs(app, desk.accountId)
  const deviceId = await openDevice()
  const path = `${BASE}/list.json?device=${deviceId}`
  await list(deviceId)
  const few = await countQueries(app, [path])
  await givenParticipants(
    app.db,
    event,
    Array.from({ length: 50 }, (_, at) => ({ fullName: `Person ${at}` })),
  )
  expect(await countQueries(app, [path])).toEqual(few)
})

test('a script without a sign-in hears 401, who may not mark hears 404, and another site nothing at all', async () => {
  const { mine, instructor, stranger } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const deviceId = await openDevice()
  const foreign = await app.fetch(`${BASE}/marks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' },
    body: JSON.stringify({ deviceId, deviceNow: NOW, marks: [mark(mine)] }),
  })
  expect(foreign.status).toBe(403)
  app.forgetCookies()
  expect((await list(deviceId)).status).toBe(401)
  expect((await send(deviceId, [mark(mine)])).status).toBe(401)
  expect((await app.post(`${BASE}/devices/open`, { name: 'x' })).status).toBe(401)
  expect((await app.get(BASE)).headers.get('Location')).toContain('/signin')
  await signInAs(app, stranger.accountId)
  expect((await list(deviceId)).status).toBe(404)
  expect((await send(deviceId, [mark(mine)])).status).toBe(404)
  expect((await app.get(BASE)).status).toBe(404)
  expect(await app.db.selectFrom('attendanceMarks').select('id').execute()).toEqual([])
})

test('marks that are sent again, because the answer was lost, are there once', async () => {
  const { mine, instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const deviceId = await openDevice()
  const marks = [mark(mine), mark(mine, { state: 'none', at: addSeconds(NOW, -300), deviceAt: addSeconds(NOW, -300) })]
  const first = (await (await send(deviceId, marks)).json()) as { outcomes: { id: string; is: string }[] }
  expect(first.outcomes.map(({ id, is }) => [id, is])).toEqual(marks.map(({ id }) => [id, 'stored']))
  const again = (await (await send(deviceId, marks)).json()) as { now: string; outcomes: { is: string }[] }
  expect(again.outcomes.map(({ is }) => is)).toEqual(['known', 'known'])
  expect(again.now).toBe(NOW)
  const stored = await app.db.selectFrom('attendanceMarks').select(['id', 'deviceId']).orderBy('id').execute()
  expect(stored).toEqual(marks.map(({ id }) => ({ id, deviceId })).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await app.db.selectFrom('attendanceStates').select('state').execute()).toEqual([{ state: 'none' }])
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('a mark of another track is refused by itself; the others of the same sending are taken', async () => {
  const { mine, theirs, instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const answer = (await (await send(await openDevice(), [mark(theirs), mark(mine)])).json()) as {
    outcomes: { is: string }[]
  }
  expect(answer.outcomes.map(({ is }) => is)).toEqual(['refused', 'stored'])
  const stored = await app.db.selectFrom('attendanceMarks').select('registrationId').execute()
  expect(stored).toEqual([{ registrationId: mine }])
})

test.each([
  ['no JSON', { body: 'x=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 415],
  ['broken JSON', { body: '{', headers: { 'Content-Type': 'application/json' } }, 400],
  ['another shape', { body: '{"marks":[]}', headers: { 'Content-Type': 'application/json' } }, 400],
  ['a huge body', { body: JSON.stringify('x'.repeat(600_000)), headers: { 'Content-Type': 'application/json' } }, 413],
])('%s is answered with a status, and nothing is stored', async (_, init, status) => {
  const { instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  expect((await app.fetch(`${BASE}/marks`, { method: 'POST', ...init })).status).toBe(status)
})

test('more marks than are taken at once are refused as a whole', async () => {
  const { mine, instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const marks = Array.from({ length: 501 }, () => mark(mine))
  expect((await send(await openDevice(), marks)).status).toBe(400)
})

test('a device that was ended is given nothing more, and its marks are taken', async () => {
  const { mine, instructor, organizer } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const deviceId = await openDevice('Room L3')
  await signInAs(app, organizer.accountId)
  expect(await (await app.get(`${BASE}/devices`)).text()).toContain('Room L3')
  expect(await (await app.get(`${BASE}/devices/${deviceId}/end`)).text()).toContain('Room L3')
  expect((await app.post(`${BASE}/devices/${deviceId}/end`, {})).status).toBe(303)
  await signInAs(app, instructor.accountId)
  expect((await list(deviceId)).status).toBe(410)
  // Signed out as well: it hears that it was ended, and of no other device anything.
  app.forgetCookies()
  expect((await list(deviceId)).status).toBe(410)
  expect((await list(newId(NOW))).status).toBe(401)
  await signInAs(app, instructor.accountId)
  const sent = (await (await send(deviceId, [mark(mine)])).json()) as { isEnded: boolean; outcomes: { is: string }[] }
  expect(sent).toMatchObject({ isEnded: true, outcomes: [{ is: 'stored' }] })
  const actions = await app.db
    .selectFrom('auditEntries')
    .select('action')
    .where('objectKind', '=', 'attendance-device')
    .orderBy('id')
    .execute()
  expect(actions.map(({ action }) => action)).toEqual(['attendance-device.opened', 'attendance-device.ended'])
})

test('who marks sees and ends the own devices alone; an organizer sees all of the event, and none of another', async () => {
  const { instructor, desk, organizer } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const deviceId = await openDevice('Room L3')
  await signInAs(app, desk.accountId)
  expect(await (await app.get(`${BASE}/devices`)).text()).not.toContain('Room L3')
  expect((await app.get(`${BASE}/devices/${deviceId}/end`)).status).toBe(404)
  expect((await app.post(`${BASE}/devices/${deviceId}/end`, {})).status).toBe(404)
  expect((await list(deviceId)).status).toBe(404)
  await signInAs(app, organizer.accountId)
  expect(await (await app.get(`${BASE}/devices`)).text()).toContain('Room L3')
  const other = await givenEvent(app.db, { slug: 'other-2027' })
  const { accountId } = await givenAccount(app.db, 'other@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: other.id },
  ])
  await signInAs(app, accountId)
  expect((await app.get(`/attendance/other-2027/devices/${deviceId}/end`)).status).toBe(404)
  expect((await app.post(`/attendance/other-2027/devices/${deviceId}/end`, {})).status).toBe(404)
})

test('a device needs a name; opening it and taking its first list are written down', async () => {
  const { instructor, event } = await givenTaught()
  await signInAs(app, instructor.accountId)
  expect((await app.post(`${BASE}/devices/open`, { name: '  ' })).status).toBe(422)
  const deviceId = await openDevice()
  await list(deviceId)
  app.setNow(addSeconds(NOW, 60))
  await list(deviceId)
  app.setNow(addSeconds(NOW, 120))
  await list(deviceId)
  const downloads = await app.db.selectFrom('downloads').select(['kind', 'eventId', 'rowCount']).execute()
  expect(downloads).toEqual([{ kind: 'device', eventId: event.id, rowCount: 1 }])
})

test('the page is the same for everybody who may mark, and without a script it says where to go', async () => {
  const { instructor, desk } = await givenTaught()
  const pages: string[] = []
  for (const { accountId } of [instructor, desk]) {
    await signInAs(app, accountId)
    pages.push(await (await app.get(`/fr${BASE}`)).text())
  }
  expect(pages[0]).toBe(pages[1])
  expect(pages[0]).not.toContain('Contohwati')
  expect(pages[0]).toContain('/fr/teach/ntw-2027/attendance')
  expect(pages[0]).toContain('/fr/organize/ntw-2027/check-in')
})

test('nobody opens devices without end: thirty in use, and one more when one has ended', async () => {
  const { instructor } = await givenTaught()
  await signInAs(app, instructor.accountId)
  const ids = []
  for (let at = 0; at < 30; at++) ids.push(await openDevice(`Room ${at}`))
  const refused = await app.post(`${BASE}/devices/open`, { name: 'One more' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ refusals: [{ code: 'too-many-devices' }] })
  await app.post(`${BASE}/devices/${ids[0]}/end`, {})
  await openDevice('One more')
})
