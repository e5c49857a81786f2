import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenWorkshop } from '#tests/participants/rosters/a-roster.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'

let app: Awaited<ReturnType<typeof testApp>>
let at: Awaited<ReturnType<typeof givenWorkshop>>

const PAGE = '/organize/ntw-2027/roster'
const text = async (path: string) => await (await app.get(path)).text()

beforeEach(async () => {
  app = await testApp()
  at = await givenWorkshop(app.db)
  await signInAs(app, at.organizer)
})

afterEach(() => app.close())

test('the page says when the list is frozen, on whose clock, and what a decision rests on', async () => {
  await at.people(['A', 'B'])
  const page = await text(PAGE)
  for (const shown of [
    '31 May 2027 at 00:00 in Kigali (UTC+2)',
    'two weeks before the first day',
    'Track T1',
    'Not decided yet',
  ])
    expect(page).toContain(shown)
})

test('an organizer sets the day, freezes, opens again and decides; a stale form is refused', async () => {
  await at.people(['A'])
  expect((await app.post(`${PAGE}/plan`, { way: 'set', freezeOn: '', version: '1' })).status).toBe(422)
  const plan = { way: 'set', freezeOn: '2027-05-20', minimum: '15', version: '1' }
  expect((await app.post(`${PAGE}/plan`, plan)).status).toBe(303)
  expect((await app.post(`${PAGE}/plan`, plan)).status).toBe(409)
  expect(await text(PAGE)).toContain('of at least 15')

  expect((await app.post(`${PAGE}/freeze`, {})).status).toBe(303)
  expect((await app.post(`${PAGE}/freeze`, {})).status).toBe(409)
  expect(await findRoster(app.db, at.event.id)).toMatchObject({ frozenAt: NOW, frozenBy: 'organizer' })
  expect((await app.post(`${PAGE}/open`, { freezeOn: '2027-06-01' })).status).toBe(303)
  expect(await findRoster(app.db, at.event.id)).toMatchObject({ frozenAt: null, day: '2027-06-01' })

  const { version } = await findRoster(app.db, at.event.id)
  expect((await app.post(PAGE, { note: '', version: String(version) })).status).toBe(422)
  const no = { decision: 'no-go', note: 'Too few <b>people</b>', version: String(version) }
  expect((await app.post(PAGE, no)).status).toBe(303)
  const page = await text(PAGE)
  expect(page).toContain('Too few &lt;b&gt;people')
  expect(page).toContain('/organize/ntw-2027/postpone')
  const again = await app.post(PAGE, { decision: 'go', note: '', version: String(version + 1) })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('Say why it changed')
})

test('each risk leads to those whom it counted, and who waits for a visa is told to organizers alone', async () => {
  const [, unnamed] = await at.people(['Contohwati', 'Ng'])
  await app.db
    .updateTable('people')
    .set({ fullName: '' })
    .where('id', 'in', (query) => query.selectFrom('registrations').select('personId').where('id', '=', unnamed!))
    .execute()
  const [, link] = /href="([^"]*lacks=name)"/.exec(await text(PAGE))!
  const found = await text(link!.replaceAll('&amp;', '&'))
  expect(found).toContain('Seats without a name')
  expect(found).toContain(`registrations/${unnamed}`)
  expect(found).not.toContain('Contohwati')
  const list = '/organize/ntw-2027/registrations?lacks=visa'
  expect(await text(list)).not.toContain('Contohwati')
  const desk = { role: 'front-desk', scope: 'event', scopeId: at.event.id } as const
  app.forgetCookies()
  await signInAs(app, (await givenAccount(app.db, 'desk@plenary.example', [desk])).accountId)
  expect(await text(list)).toContain('Contohwati')
})

test('nobody but an organizer finds the roster', async () => {
  for (const account of [at.first, at.both]) {
    app.forgetCookies()
    await signInAs(app, account)
    for (const page of ['', '/plan', '/freeze', '/open']) {
      expect((await app.get(PAGE + page)).status, page).toBe(404)
      expect((await app.post(PAGE + page, { freezeOn: '2027-06-01' })).status, page).toBe(404)
    }
  }
  expect(await app.db.selectFrom('rosters').select('eventId').execute()).toEqual([])
})

test('1 and 40 people take the same number of queries', async () => {
  await at.people(['A'])
  const few = await countQueries(app, [PAGE])
  await at.people(Array.from({ length: 39 }, (_, number) => `P ${number}`))
  expect(await countQueries(app, [PAGE])).toEqual(few)
})
