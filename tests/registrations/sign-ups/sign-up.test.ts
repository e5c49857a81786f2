import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { findSession } from '#app/programme/sessions/find-session.server.ts'
import { removeSession } from '#app/programme/sessions/remove-session.server.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import type { SessionForm } from '#app/programme/sessions/session-form.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { leaveSession } from '#app/registrations/sign-ups/leave-session.server.ts'
import { listSignUps } from '#app/registrations/sign-ups/list-sign-ups.server.ts'
import { ownSessions } from '#app/registrations/sign-ups/own-sessions.server.ts'
import { signUp } from '#app/registrations/sign-ups/sign-up.server.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { aSession } from '#tests/programme/sessions/a-session.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const actor = { kind: 'visitor' } as const

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
  event = await givenEvent(db(), { tickets: [{ seats: 60 }] })
})

afterEach(() => test_.close())

const broken = async () => (await checkInvariants(db())).filter(({ violations }) => violations > 0)

async function sessionOf(given: Partial<SessionForm> = {}): Promise<string> {
  const form = aSession({ takesSignUps: true, capacity: 2, ...given })
  const saved = await saveSession(db(), { eventId: event.id, sessionId: null, form, now: NOW, actor })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value.id
}

const people = (count: number) =>
  givenParticipants(
    db(),
    event,
    Array.from({ length: count }, (_, at) => ({ fullName: `Person ${at}` })),
  )
const join = (registrationId: string, sessionId: string, now = NOW) =>
  signUp(db(), { registrationId, sessionId, now, actor })
const leave = (registrationId: string, sessionId: string) =>
  leaveSession(db(), { registrationId, sessionId, now: NOW, actor })
const countOf = async (id: string) =>
  (await db().selectFrom('sessions').select('signedUp').where('id', '=', id).executeTakeFirstOrThrow()).signedUp

test('the places that there are, and not one more, however many ask at once', async () => {
  const session = await sessionOf({ capacity: 5 })
  const asking = await people(24)
  const answers = await Promise.all(asking.map((id) => join(id, session)))
  // Under a rush on SQLite somebody may be told to come again; nobody gets a place that is not there.
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusals[0]!.code))
  expect(codes.filter((code) => code === 'ok').length).toBe(5)
  expect(new Set(codes)).toEqual(new Set(['ok', 'session-full']))
  expect(await countOf(session)).toBe(5)
  expect(await broken()).toEqual([])
})

test('twice is once, also at the same moment; who leaves makes room', async () => {
  const session = await sessionOf({ capacity: 1 })
  const [one, other] = await people(2)
  const twice = await Promise.all([join(one!, session), join(one!, session)])
  expect(twice.every(({ ok }) => ok)).toBe(true)
  expect(await join(other!, session)).toMatchObject({ refusals: [{ code: 'session-full' }] })
  await Promise.all([leave(one!, session), leave(one!, session)])
  expect(await countOf(session)).toBe(0)
  expect(await join(other!, session)).toMatchObject({ ok: true })
  expect(await broken()).toEqual([])
})

test('nobody is in two sessions at a time, and signing up ends as the session begins', async () => {
  const [first, next, after] = [
    await sessionOf({ title: 'First', startsTime: '09:00', endsTime: '10:30' }),
    await sessionOf({ startsTime: '10:00', endsTime: '11:00' }),
    await sessionOf({ startsTime: '10:30', endsTime: '11:00' }),
  ]
  const [one] = await people(1)
  await join(one!, first)
  expect(await join(one!, next)).toMatchObject({
    refusals: [{ code: 'session-overlaps', details: { title: 'First' } }],
  })
  expect(await join(one!, after)).toMatchObject({ ok: true })
  const begun = '2027-06-15T07:00:00.000Z'
  const [other] = await people(1)
  expect(await join(other!, first, begun)).toMatchObject({ refusals: [{ code: 'session-over' }] })
})

test('a seat that ends gives its places back, one that is held has none', async () => {
  const session = await sessionOf()
  const [one, other, third] = await people(3)
  await join(one!, session)
  await join(other!, session)
  await cancelRegistrations(db(), { registrationIds: [one!, other!], now: NOW, actor, reason: 'test' })
  expect(await countOf(session)).toBe(0)
  expect(await join(one!, session)).toMatchObject({ refusals: [{ code: 'seat-gone' }] })
  await db().updateTable('registrations').set({ state: 'held' }).where('id', '=', third!).execute()
  expect(await join(third!, session)).toMatchObject({ refusals: [{ code: 'seat-gone' }] })
  await db().updateTable('registrations').set({ state: 'confirmed' }).where('id', '=', third!).execute()
  expect(await broken()).toEqual([])
})

test('sessions of another event, of another track, private ones and those without sign-up are not there', async () => {
  const trackId = await givenTrack(db(), event.id, 'T1')
  const [one] = await people(1)
  await db().updateTable('registrations').set({ trackId }).where('id', '=', one!).execute()
  const gone = { refusals: [{ code: 'session-gone' }] }
  const elsewhere = await givenTrack(db(), event.id, 'T2')
  for (const given of [{ trackId: elsewhere }, { isPublic: false }, { takesSignUps: false }])
    expect(await join(one!, await sessionOf(given))).toMatchObject(gone)
  const other = await givenEvent(db())
  const foreign = await saveSession(db(), {
    eventId: other.id,
    sessionId: null,
    form: aSession({ takesSignUps: true }),
    now: NOW,
    actor,
  })
  expect(await join(one!, foreign.ok ? foreign.value.id : '')).toMatchObject(gone)
  expect(await join(one!, await sessionOf({ trackId }))).toMatchObject({ ok: true })
})

test('fewer places than are taken are refused by name; a session that goes takes its places along', async () => {
  const session = await sessionOf({ capacity: 3 })
  for (const id of await people(3)) await join(id, session)
  const { seen } = (await findSession(db(), { eventId: event.id, sessionId: session }))!
  const smaller = aSession({ takesSignUps: true, capacity: 2, seen })
  const change = (form: SessionForm) =>
    saveSession(db(), { eventId: event.id, sessionId: session, form, now: NOW, actor })
  expect(await change(smaller)).toMatchObject({
    refusals: [{ code: 'signed-up-more', field: 'capacity', details: { count: 3 } }],
  })
  expect(await change({ ...smaller, capacity: 3, takesSignUps: false })).toMatchObject({ ok: true })
  const rows = await listSignUps(db(), { eventId: event.id, sessionId: session, page: 1 })
  expect(rows.map(({ fullName }) => fullName).toSorted()).toEqual(['Person 0', 'Person 1', 'Person 2'])
  const { id } = rows[0]!
  const own = async () => await ownSessions(db(), { eventId: event.id, registrationId: id })
  expect(await own()).toMatchObject([{ isTaken: true, takesSignUps: false }])
  await removeSession(db(), { eventId: event.id, sessionId: session, now: NOW, actor })
  expect(await own()).toEqual([])
  expect(await broken()).toEqual([])
})

test('the invariant finds a counter that is wrong, one above its limit, and the place of a seat that is over', async () => {
  const session = await sessionOf()
  const [one] = await people(1)
  await join(one!, session)
  const name = 'a session knows how many signed up for it, and never more than it has places'
  const isFound = async () => (await broken()).some((one) => one.name === name)
  expect(await isFound()).toBe(false)
  for (const [wrong, right] of [
    [sql`update sessions set signed_up = 2`, sql`update sessions set signed_up = 1`],
    [sql`update sessions set capacity = 0`, sql`update sessions set capacity = 2`],
    [sql`update registrations set state = 'cancelled'`, sql`update registrations set state = 'confirmed'`],
  ]) {
    await wrong!.execute(db())
    expect(await isFound()).toBe(true)
    await right!.execute(db())
    expect(await isFound()).toBe(false)
  }
})
