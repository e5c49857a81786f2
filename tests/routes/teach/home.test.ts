import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenSession } from '#tests/events/event-samples.ts'
import { FREEZE_AT, givenWorkshop, setState } from '#tests/participants/rosters/a-roster.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { sendBroadcasts } from '#app/broadcasts/send-broadcasts.server.ts'
import { followRosters } from '#app/participants/rosters/follow-rosters.server.ts'
import { freezeDue } from '#app/participants/rosters/freeze-due.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>
let at: Awaited<ReturnType<typeof givenWorkshop>>

const HOME = '/teach/ntw-2027'
const text = async (path: string) => await (await app.get(path)).text()

beforeEach(async () => {
  app = await testApp()
  at = await givenWorkshop(app.db)
})

afterEach(() => app.close())

async function be(accountId: string) {
  app.forgetCookies()
  await signInAs(app, accountId)
}

/** One session of each track, the first with nothing to take home. */
async function givenSessions() {
  const day = { day: '2027-06-14', kind: 'talk' as const }
  return [
    await givenSession(app.db, at.event.id, {
      ...day,
      from: '09:00',
      to: '11:00',
      title: 'Ours',
      trackId: at.tracks[0],
    }),
    await givenSession(app.db, at.event.id, {
      ...day,
      from: '09:00',
      to: '11:00',
      title: 'Theirs',
      trackId: at.tracks[1],
    }),
  ]
}

async function givenFrozen() {
  const ids = await at.people(['Contohwati', 'Þóra Dæmisdóttir'])
  const [theirs] = await at.people(['Ng'], 1)
  app.setNow(FREEZE_AT)
  await freezeDue(app.db, { now: FREEZE_AT })
  await setState(app.db, ids[0]!, 'cancelled')
  await setState(app.db, theirs!, 'cancelled')
  const now = addMinutes(FREEZE_AT, 10)
  app.setNow(now)
  await followRosters(app.db, { now })
  return now
}

test('the home of a workshop says what is due, whom one teaches, when, and with whom', async () => {
  await givenSessions()
  await at.people(['Contohwati'])
  await at.people(['Ng'], 1)
  await be(at.first)
  const page = await text(HOME)
  for (const shown of [
    'The list of participants freezes',
    'Ours',
    'second@plenary.example',
    'Track T1',
    '/attendance/ntw-2027',
  ])
    expect(page).toContain(shown)
  expect(page).not.toContain('Theirs')
  expect(page).not.toContain('Ng')
  const list = await text('/teach')
  expect(list).toContain('Track T1')
  expect(list).toContain('The list of participants freezes')
})

test('a cancelled and a postponed event say so, and stay there', async () => {
  await be(at.first)
  await app.db.updateTable('events').set({ postponedAt: FREEZE_AT }).where('id', '=', at.event.id).execute()
  expect(await text(HOME)).toContain('This event is postponed')
  await app.db.updateTable('events').set({ status: 'cancelled', postponedAt: null }).execute()
  expect(await text(HOME)).toContain('This event was cancelled')
  app.setNow('2031-01-01T00:00:00.000Z')
  await be(at.first)
  expect(await text('/teach')).toContain('Routing workshop')
  expect((await app.get(HOME)).status).toBe(200)
})

test('changes are those of the own track, new until they are seen', async () => {
  const now = await givenFrozen()
  await be(at.first)
  expect(await text(HOME)).toContain('0 came, 1 left since you last looked')
  const page = await text(`${HOME}/changes`)
  expect(page).toContain('Contohwati')
  expect(page).not.toContain('>Ng<')
  expect(page).toContain('I have seen these')
  const csv = await text(`${HOME}/changes.csv`)
  expect(csv).toContain(`${now},Left,Contohwati`)
  expect(csv).not.toContain('Ng')
  expect((await app.post(`${HOME}/changes/seen`, { until: '2099-01-01T00:00:00.000Z' })).status).toBe(400)
  expect((await app.post(`${HOME}/changes/seen`, { until: now })).status).toBe(303)
  expect(await text(HOME)).toContain('Nothing new since you last looked')
  expect(await text(`${HOME}/changes`)).not.toContain('I have seen these')
  await be(at.both)
  expect(await text(`${HOME}/changes`)).toContain('>Ng<')
})

test('materials are added, put in order and removed by who teaches the track, and by nobody of another', async () => {
  const [ours, theirs] = await givenSessions()
  await be(at.first)
  const page = `${HOME}/sessions/${ours}/materials`
  for (const title of ['One', 'Two']) {
    const link = { url: `https://example.org/${title}`, title, audience: 'participants' }
    expect((await app.post(page, link)).status).toBe(303)
  }
  const [one, two] = await app.db.selectFrom('sessionMaterials').select(['id', 'title']).orderBy('position').execute()
  expect((await app.post(`${page}/${two!.id}/up`, {})).status).toBe(303)
  const order = await app.db.selectFrom('sessionMaterials').select('title').orderBy('position').execute()
  expect(order.map(({ title }) => title)).toEqual(['Two', 'One'])
  expect((await app.post(page, { title: 'Nothing', audience: 'public' })).status).toBe(422)

  const foreign = `${HOME}/sessions/${theirs}/materials`
  expect((await app.get(foreign)).status).toBe(404)
  expect((await app.post(foreign, { url: 'https://example.org', title: 'X', audience: 'public' })).status).toBe(404)
  await be(at.second)
  for (const act of ['up', 'down', 'remove'])
    expect((await app.post(`${page}/${one!.id}/${act}`, {})).status, act).toBe(404)
  await be(at.first)
  expect((await app.post(`${page}/${one!.id}/remove`, {})).status).toBe(303)
  expect(await app.db.selectFrom('sessionMaterials').select('title').execute()).toEqual([{ title: 'Two' }])
  expect(await text(`${HOME}/sessions`)).not.toContain('Theirs')
})

const LETTER = { track: '', language: 'en', subject: 'Bring a laptop, {name}', body: 'See you at {place}.' }

test('an instructor writes to their own participants, whatever the form says, and sees no address', async () => {
  await at.people(['Contohwati'])
  await at.people(['Ng'], 1)
  await be(at.first)
  const other = await app.post(`${HOME}/messages/new`, { ...LETTER, track: at.tracks[1] })
  expect(other.status).toBe(409)
  const money = await app.post(`${HOME}/messages/new`, { ...LETTER, body: 'You owe {balance}.' })
  expect(money.status).toBe(409)
  expect(await money.text()).toContain('{balance}')
  const made = await app.post(`${HOME}/messages/new`, { ...LETTER, reply: 'on', state: 'held', whom: 'orderers' })
  const message = made.headers.get('Location')!
  const page = await text(message)
  expect(page).toContain('It goes to one person')
  expect(page).toContain('Bring a laptop, Contohwati')
  expect(page).not.toContain('@example.org')
  expect((await app.post(`${message}/test`, {})).status).toBe(303)
  // A form that was opened before a colleague saved shows what stands there now, also after another error in between.
  const typed = { language: 'en', version: '9', subject: 'Mine', body: 'My own words.' }
  const stale = await app.post(`${message}/text`, typed)
  expect(stale.status).toBe(409)
  expect(await stale.text()).toMatch(/Bring a laptop, \{name\}[^]*<input type="hidden" name="version" value="0"/)
  const wrong = await (await app.post(`${message}/text`, { ...typed, subject: '' })).text()
  expect(wrong).toContain('<input type="hidden" name="version" value="9"')
  const sent = await app.post(`${message}/send`, { expected: '1', version: '0' })
  expect(sent.status).toBe(303)
  const now = addMinutes(app.services.clock.now(), 1)
  while ((await sendBroadcasts(app.db, { now })).worked);
  const mails = await app.db
    .selectFrom('messages')
    .select(['recipientName', 'recipientKey', 'occasion'])
    .where('template', '=', 'broadcast')
    .execute()
  expect(mails.filter(({ occasion }) => occasion === '').map(({ recipientName }) => recipientName)).toEqual([
    'Contohwati',
  ])
  expect(mails.filter(({ occasion }) => occasion !== '').map(({ recipientKey }) => recipientKey)).toEqual([
    'first@plenary.example',
  ])

  await be(at.both)
  expect((await app.get(message)).status).toBe(404)
  await be(at.organizer)
  expect(await text('/organize/ntw-2027/messages')).toContain('Bring a laptop')
  await be(at.first)
  await app.db.updateTable('roles').set({ trackId: at.tracks[1] }).where('accountId', '=', at.first).execute()
  expect((await app.get(message)).status).toBe(404)
})

test('five messages a day, then no more', async () => {
  await at.people(['Contohwati'])
  await be(at.first)
  const statuses: number[] = []
  for (let number = 1; number <= 6; number++) {
    const made = await app.post(`${HOME}/messages/new`, { ...LETTER, subject: `Number ${number}` })
    statuses.push((await app.post(`${made.headers.get('Location')!}/send`, { expected: '1', version: '0' })).status)
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 409])
})

test('one and many take the same number of queries', async () => {
  await at.people(['A'])
  await givenSessions()
  const pages = ['/teach', HOME, `${HOME}/changes`, `${HOME}/sessions`, `${HOME}/messages`]
  app.setNow(FREEZE_AT)
  await be(at.both)
  await freezeDue(app.db, { now: FREEZE_AT })
  await at.people(['B'])
  await followRosters(app.db, { now: addMinutes(FREEZE_AT, 1) })
  const few = await countQueries(app, pages)
  await at.people(Array.from({ length: 40 }, (_, number) => `Many ${number}`))
  await followRosters(app.db, { now: addMinutes(FREEZE_AT, 2) })
  for (let hour = 10; hour < 18; hour++)
    await givenSession(app.db, at.event.id, {
      day: '2027-06-15',
      from: `${hour}:00`,
      to: `${hour}:30`,
      title: `S ${hour}`,
    })
  expect(await countQueries(app, pages)).toEqual(few)
})
