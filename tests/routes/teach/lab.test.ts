import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack, ROSTER } from '#tests/participants/given-participants.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

async function givenLab() {
  const event = await givenEvent(app.db, { slug: 'ntw-2027', tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks = [await givenTrack(app.db, event.id, 'T1'), await givenTrack(app.db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const ids = await givenParticipants(app.db, event, ROSTER)
  const teach = async (trackId: string) => {
    const { accountId } = await givenAccount(app.db, `of-${trackId.slice(-8)}@plenary.example`, [
      { role: 'instructor', scope: 'event', scopeId: event.id, trackId },
    ])
    await signInAs(app, accountId)
  }
  await teach(tracks[0]!)
  return { event, tracks: tracks as [string, string], ids, teach }
}

const pattern = {
  prefix: 'pc',
  from: '1',
  count: '12',
  columns: '6',
  firstRow: '1',
  machine: 'vm{n}',
  addressRange: '10.20.{n}.0/24 2001:db8:{n:hex}::/64',
  zoneName: '{label}.ws.example',
}

test('from a pattern to a seated room, as page, CSV, JSON and PDF', async () => {
  const { tracks } = await givenLab()
  const page = `/teach/ntw-2027/lab?track=${tracks[0]}`
  expect(await (await app.get('/teach/ntw-2027/lab')).text()).toContain('This lab has no seats yet')
  const made = await app.post('/teach/ntw-2027/lab/new', pattern)
  expect(made.headers.get('Location')).toBe(`${page}&made=12`)
  const seated = await app.post('/teach/ntw-2027/lab/seat', { by: 'list' })
  expect(seated.headers.get('Location')).toBe(`${page}&seated=12`)
  const shown = await (await app.get(seated.headers.get('Location')!)).text()
  expect(shown).toContain('12 people have a seat now.')
  expect(shown).toContain('نور تجريبي')
  expect(shown).toContain('2001:db8:c::/64')

  const csv = await app.get('/teach/ntw-2027/lab.csv')
  expect(csv.headers.get('Content-Type')).toContain('text/csv')
  const text = await csv.text()
  expect(readCsv(text)[0]).toEqual([
    'label',
    'login',
    'machine',
    'address_range',
    'zone_name',
    'row',
    'column',
    'group',
    'taken',
  ])
  expect(readCsv(text)[12]!.slice(0, 5)).toEqual([
    'pc12',
    'pc12',
    'vm12',
    '10.20.12.0/24 2001:db8:c::/64',
    'pc12.ws.example',
  ])
  const json = (await (await app.get('/teach/ntw-2027/lab.json')).json()) as { seats: { login: string }[] }
  expect(json.seats).toHaveLength(12)
  for (const { fullName } of ROSTER.filter((one) => one.fullName.length > 2))
    expect(text + JSON.stringify(json)).not.toContain(fullName)
  const pdf = await app.get('/teach/ntw-2027/lab.pdf?paper=letter')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const kinds = await app.db.selectFrom('downloads').select('kind').execute()
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['lab.csv', 'lab.json', 'seat-plan'])
})

test('a pattern that makes no addresses comes back as it was typed', async () => {
  await givenLab()
  const wrong = await app.post('/teach/ntw-2027/lab/new', {
    ...pattern,
    addressRange: '10.20.1.{n}/24',
    zoneName: 'a b',
  })
  expect(wrong.status).toBe(409)
  const page = await wrong.text()
  expect(page).toContain('The range begins in the middle of itself. It is 10.20.1.0/24.')
  expect(page).toContain('is no name of a zone')
  expect(page).toContain('value="10.20.1.{n}/24"')
})

test('one seat: somebody sits down, its facts change, it goes; a stale page says so', async () => {
  const { tracks, ids } = await givenLab()
  await app.post('/teach/ntw-2027/lab/new', pattern)
  const page = `/teach/ntw-2027/lab?track=${tracks[0]}`
  const { id } = await app.db.selectFrom('labSeats').select('id').where('label', '=', 'pc1').executeTakeFirstOrThrow()
  const seat = `/teach/ntw-2027/lab/seats/${id}`
  const seated = await app.post(`${seat}/assign`, { registrationId: ids[0]!, was: '' })
  expect(seated.headers.get('Location')).toBe(`${page}&saved`)
  const stale = await app.post(`${seat}/assign`, { registrationId: ids[1]!, was: '' })
  expect(stale.headers.get('Location')).toBe(`${seat}?stale`)
  expect((await app.get(`${seat}?stale`)).status).toBe(200)
  const facts = {
    label: 'pc1',
    gridRow: '1',
    gridColumn: '1',
    machine: 'vm1',
    addressRange: '10.20.2.0/24',
    zoneName: '',
  }
  expect((await app.post(seat, { ...facts, version: '1' })).headers.get('Location')).toBe(`${page}&saved`)
  expect((await app.post(seat, { ...facts, version: '1' })).status).toBe(409)
  expect(await (await app.get(page)).text()).toContain('Addresses overlap: pc')
  expect(await (await app.get(`${seat}/remove`)).text()).toContain('Remove this seat?')
  expect((await app.post(`${seat}/remove`, {})).headers.get('Location')).toBe(`${page}&removed`)
  expect((await app.get(seat)).status).toBe(404)
})

test('groups are dealt out and changed by hand', async () => {
  const { tracks, ids } = await givenLab()
  const page = `/teach/ntw-2027/lab/groups?track=${tracks[0]}`
  const dealt = await app.post('/teach/ntw-2027/lab/groups/deal', { count: '4', by: 'countries' })
  expect(dealt.headers.get('Location')).toBe(`${page}&dealt=12`)
  const rows = await app.db.selectFrom('labGroups').selectAll().execute()
  expect(Object.values(Object.groupBy(rows, ({ name }) => name)).map((own) => own!.length)).toEqual([3, 3, 3, 3])
  const { name: was } = rows.find(({ registrationId }) => registrationId === ids[0])!
  const form = { [`was-${ids[0]}`]: was, [`group-${ids[0]}`]: 'F' }
  expect((await app.post(page, form)).headers.get('Location')).toBe(`${page}&saved`)
  expect((await app.post(page, form)).status).toBe(409)
  expect(await (await app.get(page)).text()).toContain('<option selected="">F</option>')
})

test('the lab of another track is nobody else’s: not to see, not to change', async () => {
  const { tracks, teach, ids } = await givenLab()
  await app.post('/teach/ntw-2027/lab/new', pattern)
  await app.post('/teach/ntw-2027/lab/seat', { by: 'list' })
  const { id } = await app.db.selectFrom('labSeats').select('id').where('label', '=', 'pc1').executeTakeFirstOrThrow()
  const before = await app.db.selectFrom('labSeats').selectAll().execute()
  await teach(tracks[1])
  const seat = `/teach/ntw-2027/lab/seats/${id}`
  for (const path of [seat, `${seat}/remove`]) expect((await app.get(path)).status).toBe(404)
  for (const path of [seat, `${seat}/remove`, `${seat}/assign`])
    expect((await app.post(path, { registrationId: '', was: ids[0]! })).status).toBe(404)
  // Whatever track they ask for, it is their own lab.
  for (const path of ['lab', 'lab.csv', 'lab.json', 'lab/groups']) {
    const text = await (await app.get(`/teach/ntw-2027/${path}?track=${tracks[0]}`)).text()
    expect(text).not.toMatch(/pc1\b|Contohwati/)
  }
  await app.post(`/teach/ntw-2027/lab/clear?track=${tracks[0]}`, {})
  await app.post(`/teach/ntw-2027/lab/groups/deal?track=${tracks[0]}`, { count: '2', by: 'list' })
  await app.post(`/teach/ntw-2027/lab/groups?track=${tracks[0]}`, { [`group-${ids[0]}`]: 'A', [`was-${ids[0]}`]: '' })
  expect(await app.db.selectFrom('labSeats').selectAll().execute()).toEqual(before)
  expect(await app.db.selectFrom('labGroups').selectAll().execute()).toEqual([])
})
