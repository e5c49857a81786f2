import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack, ROSTER } from '#tests/participants/given-participants.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { newId } from '#app/values/id.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

/** An event with two tracks, a free ticket for each, and an instructor of the first. */
async function givenTaught() {
  const event = await givenEvent(app.db, { slug: 'ntw-2027', tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks = [await givenTrack(app.db, event.id, 'T1'), await givenTrack(app.db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const { accountId } = await givenAccount(app.db, 'instructor@plenary.example', [
    { role: 'instructor', scope: 'event', scopeId: event.id, trackId: tracks[0]! },
  ])
  await signInAs(app, accountId)
  return { event, accountId, tracks, other: { id: event.id, tickets: [event.tickets[1]!] } }
}

async function givenQuestion(eventId: string, audience: 'instructors' | 'visa-desk', label: string): Promise<string> {
  const id = newId(NOW)
  await app.db
    .insertInto('questions')
    .values({
      id,
      eventId,
      code: label,
      position: 0,
      kind: 'text',
      isRequired: 0,
      purpose: '',
      audience,
      eraseOn: null,
      isRetired: 0,
    })
    .execute()
  await app.db
    .insertInto('questionTexts')
    .values({ questionId: id, language: 'en', label, help: '', options: '[]' })
    .execute()
  return id
}

test('the twelve names come down whole, in the order of the list, and only those of the own track', async () => {
  const { event, accountId, other } = await givenTaught()
  await givenParticipants(app.db, event, ROSTER)
  await givenParticipants(app.db, other, [{ fullName: 'Somebody of another track' }])
  const response = await app.get('/teach/ntw-2027/participants.csv?bom=1&separator=semicolon')
  expect(response.headers.get('Content-Type')).toContain('text/csv; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toContain('filename="ntw-2027-participants.csv"')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(Buffer.from(bytes.slice(0, 3)).toString('hex')).toBe('efbbbf')
  const [head, ...rows] = readCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes), ';')
  expect(head!.slice(0, 2)).toEqual(['Name', 'Name in Latin letters'])
  const names = rows.map(([name, latin]) => ({
    fullName: name!.replace(/^'=/, '='),
    ...(latin ? { latinName: latin } : {}),
  }))
  expect(names).toHaveLength(12)
  expect(names).toEqual(expect.arrayContaining(ROSTER))
  expect(rows[0]![0]).toBe("'=SUM(A1) Formula")
  expect(await app.db.selectFrom('downloads').select(['accountId', 'eventId', 'kind', 'rowCount']).execute()).toEqual([
    { accountId, eventId: event.id, kind: 'participants.csv', rowCount: 12 },
  ])
})

test('the page shows names, places and answers for instructors, and never an address or an answer for others', async () => {
  const { event, other } = await givenTaught()
  const [runs, passport] = [
    await givenQuestion(event.id, 'instructors', 'What do you run?'),
    await givenQuestion(event.id, 'visa-desk', 'Passport number'),
  ]
  const person = {
    fullName: '山田 例',
    latinName: 'Rei Yamada-Rei',
    email: 'secret@example.org',
    country: 'JP',
    affiliation: 'Example Network',
    answers: [
      { questionId: runs, value: 'An exchange point' },
      { questionId: passport, value: 'X1234567' },
    ],
  }
  await givenParticipants(app.db, event, [person, { fullName: 'Ng' }])
  await givenParticipants(app.db, other, [{ fullName: 'Somebody of another track' }])
  for (const path of ['/teach/ntw-2027/participants', '/teach/ntw-2027/participants.csv']) {
    const text = await (await app.get(path)).text()
    expect(text, path).toContain('山田 例')
    for (const hidden of ['secret@example.org', 'X1234567', 'Passport number', 'Somebody of another track'])
      expect(text, path).not.toContain(hidden)
  }
  const page = await (await app.get('/teach/ntw-2027/participants?view=teaching')).text()
  for (const shown of [
    'Rei Yamada-Rei',
    'Japan',
    'Example Network',
    'What do you run?',
    'An exchange point',
    '2 confirmed',
  ])
    expect(page).toContain(shown)
  expect(await (await app.get('/teach/ntw-2027/participants?q=YAMADA')).text()).toContain('One confirmed')
  expect(await (await app.get('/teach/ntw-2027/participants?q=%25')).text()).toContain('Nobody fits this filter')
})

test('only confirmed people are participants', async () => {
  const { event } = await givenTaught()
  const [first] = await givenParticipants(app.db, event, [{ fullName: 'Gone' }, { fullName: 'Here' }])
  await app.db.updateTable('registrations').set({ state: 'cancelled' }).where('id', '=', first!).execute()
  const page = await (await app.get('/teach/ntw-2027/participants')).text()
  expect(page).toContain('Here')
  expect(page).not.toContain('Gone')
})

test('an unknown separator is refused; another track in the address shows nothing of it', async () => {
  const { event, other, tracks } = await givenTaught()
  await givenParticipants(app.db, event, [{ fullName: 'Mine' }])
  await givenParticipants(app.db, other, [{ fullName: 'Theirs' }])
  expect((await app.get('/teach/ntw-2027/participants.csv?separator=pipe')).status).toBe(400)
  for (const path of ['/participants', '/participants.csv', '/skills'])
    expect(await (await app.get(`/teach/ntw-2027${path}?track=${tracks[1]!}`)).text(), path).not.toContain('Theirs')
})

test('the list of workshops names the own tracks', async () => {
  await givenTaught()
  const page = await (await app.get('/teach')).text()
  expect(page).toContain('Track T1')
  expect(page).not.toContain('Track T2')
  expect(await (await app.get('/fr/teach')).text()).toContain('Mes ateliers')
})

test('1 row and 50 rows take the same number of queries', async () => {
  const { event } = await givenTaught()
  const questionId = await givenQuestion(event.id, 'instructors', 'What do you run?')
  const add = (count: number) =>
    givenParticipants(
      app.db,
      event,
      Array.from({ length: count }, (_, at) => ({ fullName: `P ${at}`, answers: [{ questionId, value: 'x' }] })),
    )
  await add(1)
  const lists = [
    '/teach',
    ...['participants', 'participants?view=teaching', 'participants.csv', 'skills'].map(
      (page) => `/teach/ntw-2027/${page}`,
    ),
  ]
  const few = await countQueries(app, lists)
  await add(49)
  expect(await countQueries(app, lists)).toEqual(few)
})
