import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import type { SessionForm } from '#app/programme/sessions/session-form.ts'
import { seatKey } from '#app/registrations/order-key.ts'
import { signUp } from '#app/registrations/sign-ups/sign-up.server.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { aSession } from '#tests/programme/sessions/a-session.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
})

afterEach(async () => {
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await app.close()
})

const actor = { kind: 'system' } as const

async function sessionOf(given: Partial<SessionForm> = {}): Promise<string> {
  const form = aSession({ takesSignUps: true, ...given })
  const saved = await saveSession(app.db, { eventId: event.id, sessionId: null, form, now: NOW, actor })
  return saved.ok ? saved.value.id : ''
}

/** A confirmed seat, and the addresses of its pages. */
async function seatOf(fullName: string) {
  const [registrationId] = await givenParticipants(app.db, event, [{ fullName }])
  const seat = await app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'orders.keyVersion'])
    .where('registrations.id', '=', registrationId!)
    .executeTakeFirstOrThrow()
  const key = seatKey(app.services.config.secret, seat)
  return { id: seat.id, address: (path = '') => `/en/registrations/${seat.code}${path}?key=${key}` }
}

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

let organizers = 0

/** Adds something to a session as an organizer does, and says under which id. */
async function added(session: string, fields: Record<string, string | File>): Promise<string> {
  const { accountId } = await givenAccount(app.db, `organizer-${++organizers}@x.example`, [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const path = `/en/organize/${event.slug}/programme/sessions/${session}/materials`
  const response = await app.fetch(path, { method: 'POST', body })
  expect(response.status, await response.clone().text()).toBe(303)
  app.forgetCookies()
  const row = await app.db
    .selectFrom('sessionMaterials')
    .select('id')
    .where('sessionId', '=', session)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow()
  return row.id
}

const pdf = () => new File(['%PDF-1.7 slides'], 'Folien ä.pdf')

test('signed up and left again from the page of the seat, to the last place', async () => {
  const session = await sessionOf({ title: 'Small lab', capacity: 1 })
  const [one, other] = [await seatOf('One'), await seatOf('Other')]
  expect(await pageOf(one.address())).toContain('/sessions?key=')
  expect(await pageOf(one.address('/sessions'))).toContain('Small lab')
  const joined = await app.post(one.address(`/sessions/${session}/join`), {})
  expect(joined.status).toBe(303)
  const page = await pageOf(joined.headers.get('Location')!)
  for (const shown of ['You have a place in', 'Give the place back']) expect(page).toContain(shown)
  expect(await pageOf(other.address('/sessions'))).toContain('All places are taken')
  const full = await app.post(other.address(`/sessions/${session}/join`), {})
  expect(await pageOf(full.headers.get('Location')!)).toContain('All places in this session are taken.')
  const left = await app.post(one.address(`/sessions/${session}/leave`), {})
  expect(await pageOf(left.headers.get('Location')!)).toContain('Your place was given back.')
  expect((await app.post(other.address(`/sessions/${session}/join`), {})).status).toBe(303)
})

test('without the key, or with another seat’s, nothing is there', async () => {
  const session = await sessionOf()
  const [one, other] = [await seatOf('One'), await seatOf('Other')]
  const foreign = one.address('/sessions').replace(/key=.*/, other.address().replace(/.*key=/, 'key='))
  for (const path of [foreign, one.address('/sessions').replace(/key=.*/, '')]) {
    await pageOf(path, 404)
    const join = path.replace('/sessions?', `/sessions/${session}/join?`)
    expect((await app.post(join, {})).status).toBe(404)
  }
  expect(await app.db.selectFrom('sessionSignUps').select('sessionId').execute()).toEqual([])
})

test('the stream is for confirmed seats: on the page and in the own calendar', async () => {
  const streamUrl = 'https://stream.example/hall'
  await sessionOf({ takesSignUps: false, streamUrl })
  const one = await seatOf('One')
  expect(await pageOf(one.address('/sessions'))).toContain(streamUrl)
  await app.db.updateTable('registrations').set({ state: 'held' }).where('id', '=', one.id).execute()
  expect(await pageOf(one.address('/sessions'), 404)).not.toContain(streamUrl)
  await app.db.updateTable('registrations').set({ state: 'confirmed' }).where('id', '=', one.id).execute()
})

test('materials: each circle gets its own, as a download that no browser runs', async () => {
  const trackId = await givenTrack(app.db, event.id, 'T1')
  const session = await sessionOf({ trackId })
  const one = await seatOf('One')
  const ids = {
    public: await added(session, { file: pdf(), title: 'Slides', audience: 'public' }),
    participants: await added(session, { file: pdf(), audience: 'participants' }),
    instructors: await added(session, { file: pdf(), title: 'Solutions', audience: 'instructors' }),
  }
  const publicly = (id: string) => `/en/events/${event.slug}/sessions/${session}/materials/${id}`
  const statuses = async (address: (id: string) => string) =>
    await Promise.all(Object.values(ids).map(async (id) => (await app.get(address(id))).status))
  expect(await statuses(publicly)).toEqual([200, 404, 404])
  expect(await statuses((id) => one.address(`/sessions/${session}/materials/${id}`))).toEqual([200, 200, 404])
  const taught = (id: string) => `/en/teach/${event.slug}/sessions/${session}/materials/${id}`
  expect(await statuses(taught)).toEqual([303, 303, 303])
  const response = await app.get(publicly(ids.public))
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="folien-a.pdf"/)
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
  const page = await pageOf(one.address('/sessions'))
  expect(page).toContain('Slides')
  expect(page).toContain('1 kB')
  expect(page).not.toContain('Solutions')
  const teacher = async (roleTrack: string) => {
    const { accountId } = await givenAccount(app.db, `teacher-${roleTrack}@x.example`, [
      { role: 'instructor', scope: 'event', scopeId: event.id, trackId: roleTrack },
    ])
    await signInAs(app, accountId)
  }
  await teacher(trackId)
  expect(await statuses(taught)).toEqual([200, 200, 200])
  expect(await pageOf(`/en/teach/${event.slug}/sessions`)).toContain('Solutions')
  await teacher(await givenTrack(app.db, event.id, 'T2'))
  expect(await statuses(taught)).toEqual([404, 404, 404])
  app.forgetCookies()
  await app.db.updateTable('sessions').set({ isPublic: 0 }).execute()
  expect(await statuses(publicly)).toEqual([404, 404, 404])
  await app.db.updateTable('sessions').set({ isPublic: 1 }).execute()
  const other = await givenEvent(app.db)
  const elsewhere = publicly(ids.public).replace(event.slug, other.slug)
  expect((await app.get(elsewhere)).status).toBe(404)
})

test('what a browser would run is no material; a file or a link, not neither', async () => {
  const session = await sessionOf()
  const { accountId } = await givenAccount(app.db, 'o@x.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
  const path = `/en/organize/${event.slug}/programme/sessions/${session}/materials`
  const send = async (fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ audience: 'public', ...fields })) body.set(name, value)
    return await app.fetch(path, { method: 'POST', body })
  }
  const refused: Record<string, string | File>[] = [
    { file: new File(['<html><script>alert(1)</script>'], 'a.pdf') },
    { file: new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.png') },
    { url: 'javascript:alert(1)' },
    { file: pdf(), url: 'https://example.org/' },
    {},
  ]
  for (const fields of refused) expect((await send(fields)).status, JSON.stringify(fields)).toBe(422)
  expect((await send({ url: 'https://example.org/recording', title: 'Recording' })).status).toBe(303)
  const id = await app.db.selectFrom('sessionMaterials').select('id').executeTakeFirstOrThrow()
  expect(await pageOf(`${path}/${id.id}/remove`)).toContain('Recording')
  expect((await app.post(`${path}/${id.id}/remove`, {})).headers.get('Location')).toBe(path)
  expect(await app.db.selectFrom('sessionMaterials').select('id').execute()).toEqual([])
})

test('organizers see who signed up, page by page and as a file; the programme’s editors do not', async () => {
  const session = await sessionOf({ title: 'Lab', capacity: 80 })
  const path = `/en/organize/${event.slug}/programme/sessions/${session}/sign-ups`
  const as = async (role: 'organizer' | 'programme' | 'front-desk') => {
    const { accountId } = await givenAccount(app.db, `${role}@x.example`, [{ role, scope: 'event', scopeId: event.id }])
    await signInAs(app, accountId)
  }
  await app.db.updateTable('quotas').set({ size: 100 }).execute()
  const [first, ...rest] = await givenParticipants(
    app.db,
    event,
    Array.from({ length: 51 }, (_, at) => ({ fullName: `=Person ${at}` })),
  )
  await signUp(app.db, { registrationId: first!, sessionId: session, now: NOW, actor })
  await as('organizer')
  const before = await countQueries(app, [path])
  for (const registrationId of rest) await signUp(app.db, { registrationId, sessionId: session, now: NOW, actor })
  expect(await countQueries(app, [path])).toEqual(before)
  const page = await pageOf(path)
  for (const shown of ['51 of 80 places are taken', `${path}?page=2`, `registrations?session=${session}`])
    expect(page).toContain(shown)
  const file = await pageOf(`${path}.csv`)
  expect(file.split('\r\n')).toHaveLength(53)
  expect(file).toContain("'=Person 1")
  expect(await app.db.selectFrom('downloads').select(['kind', 'rowCount']).execute()).toEqual([
    { kind: 'sign-ups.csv', rowCount: 51 },
  ])
  await as('front-desk')
  await pageOf(path)
  await pageOf(`${path}.csv`, 404)
  await as('programme')
  await pageOf(path, 404)
})
