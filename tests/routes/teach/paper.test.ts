import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack, ROSTER } from '#tests/participants/given-participants.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

/** An event with two tracks and people in both, and an instructor of the first one signed in. */
async function givenTaught() {
  const event = await givenEvent(app.db, { slug: 'ntw-2027', tickets: [{ seats: 90 }, { seats: 60 }] })
  const tracks = [await givenTrack(app.db, event.id, 'T1'), await givenTrack(app.db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  const ids = await givenParticipants(app.db, event, ROSTER)
  await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [{ fullName: 'Other Track' }])
  const { accountId } = await givenAccount(app.db, 'instructor@plenary.example', [
    { role: 'instructor', scope: 'event', scopeId: event.id, trackId: tracks[0]! },
  ])
  await signInAs(app, accountId)
  return { event, tracks: tracks as [string, string], ids, accountId }
}

const PDFS = ['sign-in', 'door-list', 'badges', 'tent-cards']

test('every paper comes down as a PDF, and each is written down', async () => {
  const { tracks, accountId } = await givenTaught()
  for (const name of PDFS) {
    const response = await app.get(`/teach/ntw-2027/paper/${name}.pdf?paper=letter`)
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  }
  const downloads = await app.db.selectFrom('downloads').select(['accountId', 'trackId', 'kind', 'rowCount']).execute()
  expect(downloads.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual(
    ['badges', 'door-list', 'sign-in-sheet', 'tent-cards'].map((kind) => ({
      accountId,
      trackId: tracks[0],
      kind,
      rowCount: 12,
    })),
  )
})

test('the sheet in the browser names the own track alone, whatever the address asks for', async () => {
  const { tracks } = await givenTaught()
  const page = await (await app.get(`/teach/ntw-2027/list?track=${tracks[1]}&day=2027-06-15&parts=pm`)).text()
  expect(page).toContain('نور تجريبي')
  expect(page).toContain('Rei Yamada-Rei')
  expect(page).toContain('Tuesday, 15 June 2027')
  expect(page).toContain('Signature, afternoon')
  expect(page).not.toContain('Signature, morning')
  expect(page).not.toContain('Other Track')
  const sheet = await app.db.selectFrom('attendanceSheets').selectAll().executeTakeFirstOrThrow()
  expect(sheet).toMatchObject({ trackId: tracks[0], heldOn: '2027-06-15', parts: 'pm', rowCount: 12 })
  expect(page).toContain(sheet.code)
  // The PDF of the same address is the same sheet.
  await app.get(`/teach/ntw-2027/paper/sign-in.pdf?track=${tracks[0]}&day=2027-06-15&parts=pm`)
  expect(await app.db.selectFrom('attendanceSheets').select('code').execute()).toEqual([{ code: sheet.code }])
})

test('the page offers only what is the reader’s, in three languages', async () => {
  await givenTaught()
  for (const [prefix, title] of [
    ['', 'On paper'],
    ['/fr', 'Sur papier'],
    ['/ar', 'على الورق'],
  ]) {
    const page = await (await app.get(`${prefix}/teach/ntw-2027/paper`)).text()
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain(
      `formAction="${prefix}/teach/ntw-2027/paper/sign-in.pdf"`.replace('formAction', 'formaction'),
    )
    expect(page).not.toContain('Track T2')
  }
})

test('a sheet comes back: its code, its numbers, who that is, and marks once', async () => {
  const { tracks } = await givenTaught()
  await app.get('/teach/ntw-2027/paper/sign-in.pdf?day=2027-06-14')
  const { code } = await app.db.selectFrom('attendanceSheets').select('code').executeTakeFirstOrThrow()
  const at = '/teach/ntw-2027/attendance/paper'
  expect(await (await app.get(at)).text()).toContain('name="code"')
  const asked = await (await app.get(`${at}?code=${code.toLowerCase()}`)).text()
  expect(asked).toContain('name="am"')
  expect(asked).toContain('name="pm"')

  const typed = { code, am: 'all but 3', pm: '1, 13' }
  const preview = await app.post(`${at}?code=${code}`, typed)
  expect(preview.status).toBe(200)
  const shown = await preview.text()
  expect(shown).toContain('María de los Ángeles Muestra y Prueba')
  expect(shown).not.toContain('Contohwati')
  expect(shown).toContain('lines 13')
  expect(await app.db.selectFrom('attendanceMarks').select('id').execute()).toEqual([])

  const changing = /href="([^"]*)">Change the numbers/.exec(shown)![1]!.replaceAll('&amp;', '&')
  expect(await (await app.get(changing)).text()).toContain('value="all but 3"')
  const taken = await app.post(`${at}/take`, typed)
  expect(taken.headers.get('Location')).toBe(`${at}?taken=${code}&count=12`)
  expect(await (await app.get(taken.headers.get('Location')!)).text()).toContain('12 marks are stored')
  const again = await app.post(`${at}/take`, typed)
  expect(await (await app.get(again.headers.get('Location')!)).text()).toContain('nothing changed')
  expect(await app.db.selectFrom('attendanceMarks').select('id').execute()).toHaveLength(12)
  expect(tracks).toHaveLength(2)
})

test('what is wrong with a code or a number is said in words, and what was typed stays', async () => {
  const { event, tracks } = await givenTaught()
  const at = '/teach/ntw-2027/attendance/paper'
  const misread = await app.get(`${at}?code=N7K4-M0Q`)
  expect(misread.status).toBe(422)
  const page = await misread.text()
  expect(page).toContain('No code has “0” in it')
  expect(page).toContain('value="N7K4-M0Q"')
  await app.get('/teach/ntw-2027/list?day=2027-06-14&parts=am')
  const { code } = await app.db.selectFrom('attendanceSheets').select('code').executeTakeFirstOrThrow()
  const wrong = await app.post(`${at}?code=${code}`, { code, am: '1-40' })
  expect(wrong.status).toBe(409)
  const back = await wrong.text()
  expect(back).toContain('The sheet has no number 40. Its last one is 14.')
  expect(back).toContain('value="1-40"')
  await app.db.updateTable('attendanceSheets').set({ trackId: tracks[1] }).execute()
  expect(await (await app.get(`${at}?code=${code}`)).text()).toContain('a track that you do not teach')
  // Between the preview and the button the sheet went to another track.
  const late = await app.post(`${at}/take?code=${code}`, { code, am: '1-4' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('a track that you do not teach')
  await app.db.updateTable('attendanceSheets').set({ trackId: tracks[0] }).execute()
  const untaken = await app.post(`${at}/take?code=${code}`, { code, am: '1-40' })
  expect(untaken.status).toBe(409)
  expect(await untaken.text()).toContain('value="1-40"')
  const other = await givenEvent(app.db, {})
  await app.db.updateTable('attendanceSheets').set({ eventId: other.id }).where('eventId', '=', event.id).execute()
  expect(await (await app.get(`${at}?code=${code}`)).text()).toContain('printed for another event')
})

test('many sheets come back as pasted lines, with every wrong line named', async () => {
  await givenTaught()
  await app.get('/teach/ntw-2027/list?day=2027-06-14')
  const { code } = await app.db.selectFrom('attendanceSheets').select('code').executeTakeFirstOrThrow()
  const at = '/teach/ntw-2027/attendance/paper/file'
  const wrong = await app.post(at, { text: `${code},1,am\n${code},x,am` })
  expect(wrong.status).toBe(409)
  expect(await wrong.text()).toContain('Line 2: “x” is no number of a row.')
  const preview = await app.post(at, { text: `${code};1;am\n${code};2;pm` })
  expect(await preview.text()).toContain('One sheet is understood')
  const taken = await app.post(`${at}/take`, { text: `${code},1,am\n${code},2,pm` })
  expect(taken.headers.get('Location')).toBe(`${at}?taken=2`)
  const lost = await app.post(`${at}/take`, { text: `${code},1,am\n${code},99,pm` })
  expect(lost.status).toBe(409)
  expect(await lost.text()).toContain(`${code},99,pm</textarea>`)
  const changing = await app.post(`${at}/change`, { text: `${code},1,am` })
  expect(await changing.text()).toContain(`${code},1,am</textarea>`)
})

test('strangers are asked to sign in, others and the other event find nothing', async () => {
  await givenTaught()
  await givenEvent(app.db, { slug: 'other-2027' })
  const paths = [
    'paper',
    ...PDFS.map((name) => `paper/${name}.pdf`),
    'list',
    'attendance/paper',
    'attendance/paper/file',
    'lab',
    'lab.csv',
    'lab.json',
    'lab.pdf',
    'lab/new',
    'lab/groups',
    'lab/clear',
  ]
  for (const path of paths) expect((await app.get(`/teach/other-2027/${path}`)).status, path).toBe(404)
  const { accountId } = await givenAccount(app.db, 'nobody@plenary.example', [])
  await signInAs(app, accountId)
  for (const path of paths) expect((await app.get(`/teach/ntw-2027/${path}`)).status, path).toBe(404)
  expect((await app.get('/organize/ntw-2027/badges.pdf')).status).toBe(404)
  app.forgetCookies()
  for (const path of paths) expect((await app.get(`/teach/ntw-2027/${path}`)).status, path).toBe(303)
})

test('the front desk prints a badge of one person, and nobody of another event', async () => {
  const { event, ids } = await givenTaught()
  const { accountId } = await givenAccount(app.db, 'desk@plenary.example', [
    { role: 'front-desk', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
  const one = await app.get(`/organize/ntw-2027/badges.pdf?person=${ids[0]}`)
  expect(one.headers.get('Content-Type')).toBe('application/pdf')
  expect(await app.db.selectFrom('downloads').select(['kind', 'rowCount']).execute()).toEqual([
    { kind: 'badges', rowCount: 1 },
  ])
  const other = await givenEvent(app.db, {})
  const [foreign] = await givenParticipants(app.db, other, [{ fullName: 'Somebody Else' }])
  expect((await app.get(`/organize/ntw-2027/badges.pdf?person=${foreign}`)).status).toBe(404)
})

test('one person and fifty take the same number of queries', async () => {
  const { event } = await givenTaught()
  const paths = ['/teach/ntw-2027/paper', '/teach/ntw-2027/lab', '/teach/ntw-2027/lab/groups']
  const few = await countQueries(app, paths)
  await givenParticipants(
    app.db,
    event,
    Array.from({ length: 50 }, (_, at) => ({ fullName: `Person ${at}` })),
  )
  expect(await countQueries(app, paths)).toEqual(few)
})
