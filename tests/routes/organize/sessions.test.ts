import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { saveSession } from '#app/programme/sessions/save-session.server.ts'
import type { SessionForm } from '#app/programme/sessions/session-form.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { aSession } from '#tests/programme/sessions/a-session.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

const signedInAs = async (role: 'organizer' | 'programme' | 'front-desk' | 'observer', eventId = event.id) => {
  const { accountId } = await givenAccount(app.db, `${role}-${eventId.slice(-6)}@plenary.example`, [
    { role, scope: 'event', scopeId: eventId },
  ])
  await signInAs(app, accountId)
}

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
  base = `/en/organize/${event.slug}/programme`
  await signedInAs('programme')
})

afterEach(() => app.close())

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

const TYPED = { kind: 'lab', title: 'Hands on BGP', heldOn: '2027-06-15', startsTime: '09:00', endsTime: '10:30' }
const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
const idOf = async (title = TYPED.title) =>
  (await app.db.selectFrom('sessions').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id

async function given(more: Partial<SessionForm> = {}, eventId = event.id): Promise<string> {
  const actor = { kind: 'system' } as const
  const saved = await saveSession(app.db, { eventId, sessionId: null, form: aSession(more), now: NOW, actor })
  return saved.ok ? saved.value.id : ''
}

test('a session is added, changed, shown to everybody, and removed', async () => {
  expect(await pageOf(base)).toContain('No sessions yet')
  const page = await pageOf(`${base}/sessions/new?day=2027-06-16&room=Lab+1&from=11:00&to=12:00`)
  for (const value of ['2027-06-16', 'Lab 1', '11:00', '12:00']) expect(page).toContain(`value="${value}"`)
  const people = {
    'people[0].role': 'lead-instructor',
    'people[0].fullName': 'Ngozi <b>Muster',
    'people[0].email': 'n@example.org',
  }
  const added = await app.post(`${base}/sessions/new`, { ...TYPED, ...people, isPublic: 'on', room: 'Lab 1' })
  expect([added.status, added.headers.get('Location')]).toEqual([
    303,
    expect.stringContaining(`${base}?day=2027-06-15`),
  ])
  const id = await idOf()
  const list = await pageOf(base)
  for (const shown of ['Hands on BGP', '09:00–10:30', 'Lab 1', 'Ngozi &lt;b&gt;Muster']) expect(list).toContain(shown)
  expect(list).not.toContain('n@example.org')
  const form = await pageOf(`${base}/sessions/${id}`)
  expect(form).toContain('value="n@example.org"')
  expect(await pageOf(`/en/events/${event.slug}/programme`)).toContain('Hands on BGP')
  const changed = { ...TYPED, seen: seenIn(form), title: 'Hands on IS-IS', isPublic: 'on' }
  expect((await app.post(`${base}/sessions/${id}`, changed)).status).toBe(303)
  expect(await pageOf(`${base}/sessions/${id}/remove`)).toContain('Hands on IS-IS')
  expect((await app.post(`${base}/sessions/${id}/remove`, {})).status).toBe(303)
  await pageOf(`${base}/sessions/${id}`, 404)
  expect(await pageOf(`/en/events/${event.slug}/programme`)).not.toContain('IS-IS')
})

test('what is wrong is told at its field, and what was typed comes back', async () => {
  await app.db.updateTable('events').set({ zone: 'Europe/Paris' }).where('id', '=', event.id).execute()
  const wrong = await app.post(`${base}/sessions/new`, { ...TYPED, startsTime: '11:00', abstract: 'Kept **words**' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const shown of ['href="#endsTime"', 'The end must be later than the start', 'Kept **words**'])
    expect(page).toContain(shown)
  const skipped = await app.post(`${base}/sessions/new`, { ...TYPED, heldOn: '2027-03-28', startsTime: '02:30' })
  expect(await skipped.text()).toContain('href="#startsTime"')
  const twice = { ...TYPED, heldOn: '2027-10-31', startsTime: '02:30' }
  const asked = await (await app.post(`${base}/sessions/new`, twice)).text()
  expect(asked).toContain('href="#startsMoment"')
  const second = '2027-10-31T01:30:00.000Z'
  expect(asked).toContain(`value="${second}"`)
  expect((await app.post(`${base}/sessions/new`, { ...twice, startsMoment: second })).status).toBe(303)
  expect(await app.db.selectFrom('sessions').select(['startsAt', 'startsLater']).execute()).toEqual([
    { startsAt: second, startsLater: 1 },
  ])
  expect(await pageOf(`${base}/sessions/${await idOf()}`)).toMatch(
    new RegExp(`checked[^>]*value="${second}"|value="${second}"[^>]*checked`),
  )
})

test('two who change it at once: the second sees both, and saves knowing', async () => {
  const id = await given({ title: 'Before', room: 'Lab 1' })
  const address = `${base}/sessions/${id}`
  const seen = seenIn(await pageOf(address))
  await app.post(address, { ...TYPED, seen, title: 'By the first' })
  const stale = await app.post(address, { ...TYPED, seen, title: 'By the second' })
  expect(stale.status).toBe(409)
  const page = await stale.text()
  for (const shown of ['By the first', 'value="By the second"']) expect(page).toContain(shown)
  expect((await app.post(address, { ...TYPED, seen: seenIn(page), title: 'By the second' })).status).toBe(303)
  expect(await pageOf(base)).toContain('By the second')
})

test('Markdown with a script in it is text on the public page', async () => {
  await given({ title: 'Evil', abstract: '<script>alert(1)</script> [x](javascript:alert(1)) **fine**' })
  const page = await pageOf(`/en/events/${event.slug}/programme`)
  expect(page).toContain('fine')
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('href="javascript')
})

test('the stream is nobody’s who has no seat: no public page, no feed', async () => {
  const streamUrl = 'https://stream.example/secret'
  await given({ title: 'Streamed', isStreamed: true, streamUrl })
  for (const path of ['', '/programme', '.json', '.ics', '/programme.ics']) {
    const page = await pageOf(`/en/events/${event.slug}${path}`)
    expect(page, path).not.toContain('stream.example')
  }
})

test('conflicts are told in words, in the list and beside; the grid has a row and a column for each', async () => {
  await given({ title: 'One', startsTime: '09:00', endsTime: '10:30' })
  await given({ title: 'Two', startsTime: '10:00', endsTime: '11:00' })
  await given({ title: 'Away', heldOn: '2027-06-20', room: 'Hall' })
  const list = await pageOf(base)
  for (const shown of [
    '2 things do not go together',
    'is taken twice',
    'Room taken twice',
    'outside the days of the event',
  ])
    expect(list).toContain(shown)
  const grid = await pageOf(`${base}?view=grid&day=2027-06-15`)
  expect(grid.replaceAll('<bdi>', '').replaceAll('</bdi>', '')).toMatch(/<th scope="col">Lab 2<\/th>/)
  expect(grid).toContain('<th scope="row">10:30</th>')
  expect(grid).toMatch(/sessions\/new\?day=2027-06-15&amp;room=Hall&amp;from=09%3A00&amp;to=11%3A00/)
  expect(grid).not.toContain('Away</b>')
})

test('rooms: renamed everywhere, described when only used, removed when empty', async () => {
  const id = await given({ title: 'One', room: 'Lab 2' })
  const rooms = `${base}/rooms`
  const { id: room } = await app.db.selectFrom('rooms').select('id').executeTakeFirstOrThrow()
  const seen = seenIn(await pageOf(`${rooms}/${room}`))
  expect((await app.post(`${rooms}/${room}`, { seen, name: 'Lab Two', seats: '12' })).status).toBe(303)
  expect(await pageOf(`${base}/sessions/${id}`)).toContain('value="Lab Two"')
  const stale = await app.post(`${rooms}/${room}`, { seen, name: 'Lab 3' })
  expect([stale.status, (await stale.text()).includes('Lab Two')]).toEqual([409, true])
  expect(await pageOf(`${rooms}/${room}/remove`)).not.toContain('Remove the room')
  expect((await app.post(`${rooms}/${room}/remove`, {})).status).toBe(409)
  expect((await app.post(`${rooms}/new`, { name: 'Lab Two' })).status).toBe(409)
  await givenTrack(app.db, event.id, 'T1')
  expect(await pageOf(rooms)).toContain('Add to the rooms')
  expect((await app.post(`${rooms}/new`, { name: 'Empty', seats: 'many' })).status).toBe(422)
})

test('repeated on the days that are ticked', async () => {
  const id = await given({ title: 'Daily' })
  const page = await pageOf(`${base}/sessions/${id}/repeat`)
  expect(page).not.toContain('value="2027-06-15"')
  expect((await app.post(`${base}/sessions/${id}/repeat`, {})).status).toBe(409)
  const days = ['2027-06-16', '2027-06-17', '2027-07-01']
  expect((await app.post(`${base}/sessions/${id}/repeat`, { days })).status).toBe(303)
  expect(await app.db.selectFrom('sessions').select('heldOn').orderBy('heldOn').execute()).toHaveLength(3)
})

test('who may only look finds no way to change, and no page of it', async () => {
  const id = await given({ title: 'Shown' })
  for (const role of ['observer', 'front-desk'] as const) {
    await signedInAs(role)
    const page = await pageOf(base)
    expect(page).toContain('Shown')
    expect(page).not.toContain('/sessions/')
    for (const path of [
      '/sessions/new',
      `/sessions/${id}`,
      `/sessions/${id}/remove`,
      `/sessions/${id}/materials`,
      '/rooms/new',
    ])
      expect([(await app.get(base + path)).status, (await app.post(base + path, TYPED)).status], path).toEqual([
        404, 404,
      ])
    for (const path of ['/tracks', '/people', '/programme/rooms'])
      await pageOf(`/en/organize/${event.slug}${path}`, 404)
  }
})

test('a programme editor makes tracks and names people, and gives nobody access to participants', async () => {
  const organize = `/en/organize/${event.slug}`
  expect((await app.post(`${organize}/people/new`, { fullName: 'First', role: 'chair' })).status).toBe(303)
  expect((await app.post(`${organize}/people/new`, { fullName: 'Second', role: 'chair' })).status).toBe(303)
  const page = await pageOf(`${organize}/people`)
  expect(page).not.toContain('team/new')
  const people = await app.db.selectFrom('eventPeople').select(['id', 'fullName']).orderBy('position').execute()
  expect((await app.post(`${organize}/people/${people[0]!.id}/down`, {})).status).toBe(303)
  const after = await app.db.selectFrom('eventPeople').select('fullName').orderBy('position').execute()
  expect(after.map(({ fullName }) => fullName)).toEqual(['Second', 'First'])
  const person = await pageOf(`${organize}/people/${people[0]!.id}`)
  const seen = seenIn(person)
  const typed = { fullName: 'First', role: 'chair' }
  expect(
    (await app.post(`${organize}/people/${people[0]!.id}`, { ...typed, seen, affiliation: 'Campus' })).status,
  ).toBe(303)
  const stale = await app.post(`${organize}/people/${people[0]!.id}`, { ...typed, seen, affiliation: 'Elsewhere' })
  expect([stale.status, (await stale.text()).includes('Campus')]).toEqual([409, true])
  const trackId = await givenTrack(app.db, event.id, 'T1')
  const track = { textLanguage: 'en', code: 'T1', language: 'en', title: 'By the first' }
  const unseen = seenIn(await pageOf(`${organize}/tracks/${trackId}`))
  expect((await app.post(`${organize}/tracks/${trackId}`, { ...track, seen: unseen })).status).toBe(303)
  const late = await app.post(`${organize}/tracks/${trackId}`, { ...track, seen: unseen, title: 'By the second' })
  expect([late.status, (await late.text()).includes('By the first')]).toEqual([409, true])
  expect((await app.post(`${organize}/team/new`, { email: 'x@example.org' })).status).toBe(404)
})

test('what belongs to another event is not under this one’s address', async () => {
  const other = await givenEvent(app.db)
  const id = await given({ title: 'Theirs', room: 'Their room' }, other.id)
  const { id: room } = await app.db.selectFrom('rooms').select('id').executeTakeFirstOrThrow()
  for (const path of [
    `/sessions/${id}`,
    `/sessions/${id}/remove`,
    `/sessions/${id}/repeat`,
    `/sessions/${id}/materials`,
    `/rooms/${room}`,
    `/rooms/${room}/remove`,
  ])
    await pageOf(base + path, 404)
  expect((await app.post(`${base}/rooms/${room}/up`, {})).status).toBe(404)
  expect((await app.post(`${base}/sessions/${id}/repeat`, { days: '2027-06-16' })).status).toBe(404)
  await app.post(`${base}/sessions/${id}/remove`, {})
  expect(await app.db.selectFrom('sessions').select('title').execute()).toEqual([{ title: 'Theirs' }])
})

test('fifty sessions take as many questions as one, in the list, the grid and the rooms', async () => {
  await given({ title: 'First', people: [{ role: 'chair', fullName: 'Ng', latinName: '', affiliation: '' }] })
  const paths = [base, `${base}?view=grid`, `${base}?view=grid&day=2027-06-15`, `${base}/rooms`]
  const before = await countQueries(app, paths)
  for (let at = 0; at < 50; at++)
    await given({
      title: `S ${at}`,
      room: `Room ${at % 7}`,
      people: [{ role: 'chair', fullName: `P ${at}`, latinName: '', affiliation: '' }],
    })
  expect(await countQueries(app, paths)).toEqual(before)
})
