import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let instructor: string
let organizer: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { slug: 'ntw-2027', tickets: [{ seats: 60 }, { seats: 60 }] })
  const tracks = [await givenTrack(app.db, event.id, 'T1'), await givenTrack(app.db, event.id, 'T2')]
  for (const [at, trackId] of tracks.entries())
    await app.db.updateTable('ticketTypes').set({ trackId }).where('id', '=', event.tickets[at]!.id).execute()
  await givenParticipants(app.db, event, [{ fullName: 'Contohwati' }, { fullName: 'Nguyễn Thị Mẫu' }])
  await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [{ fullName: 'Of Another Track' }])
  const scope = { scope: 'event' as const, scopeId: event.id }
  const first = await givenAccount(app.db, 'instructor@plenary.example', [
    { role: 'instructor', ...scope, trackId: tracks[0]! },
  ])
  instructor = first.accountId
  organizer = (await givenAccount(app.db, 'organizer@plenary.example', [{ role: 'organizer', ...scope }])).accountId
  await signInAs(app, instructor)
})

afterEach(() => app.close())

const LIST = '/teach/ntw-2027/participants'

const downloads = () =>
  app.db
    .selectFrom('downloads')
    .select(['accountId', 'kind', 'purpose', 'rowCount', 'outcome', 'linkId', 'query'])
    .orderBy('id')
    .execute()

test.each([
  ['csv', 'text/csv', /^/],
  ['xlsx', 'application/vnd.openxmlformats', /^PK/],
  ['pdf', 'application/pdf', /^%PDF-/],
  ['vcf', 'text/vcard', /^BEGIN:VCARD\r\nVERSION:4\.0\r\nFN:/],
  ['json', 'application/json', /"complete":true}\n$/],
])('a %s is whole, of the own track, and its download is written down as complete', async (format, type, form) => {
  const response = await app.get(`${LIST}.${format}?q=a`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toContain(type)
  expect(response.headers.get('Content-Disposition')).toContain(`filename="ntw-2027-participants.${format}"`)
  expect(response.headers.get('Cache-Control')).toContain('no-store')
  const text = Buffer.from(await response.arrayBuffer()).toString()
  expect(text).toMatch(form)
  expect(text).not.toContain('Another Track')
  const entry = { accountId: instructor, kind: `participants.${format}`, purpose: 'teaching', linkId: null, query: '' }
  await expect.poll(downloads).toMatchObject([{ ...entry, outcome: 'complete' }])
})

test('the log keeps how a list was narrowed, never what was searched for', async () => {
  await (await app.get(`${LIST}.csv?q=Contohwati&country=RW`)).text()
  expect((await downloads())[0]!.query).toBe('country=RW')
})

test('a purpose that is not one’s own, a wrong style and a strange format are refused, and nothing is written down', async () => {
  expect((await app.get(`${LIST}.csv?purpose=finance`)).status).toBe(404)
  expect((await app.get(`${LIST}.csv?separator=pipe`)).status).toBe(400)
  expect((await app.get(`${LIST}.pdf?paper=a3`)).status).toBe(400)
  expect((await app.get(`${LIST}.doc`)).status).toBe(404)
  expect((await app.fetch(`${LIST}.csv`, { method: 'HEAD' })).status).toBe(200)
  app.forgetCookies()
  expect((await app.get(`${LIST}.csv`)).status).toBe(303)
  expect(await downloads()).toEqual([])
})

async function given(more: Record<string, string> = {}): Promise<string> {
  const form = { id: newId(NOW), note: 'The caterer', purpose: 'teaching', format: 'csv', hours: '24', ...more }
  const page = await app.post('/teach/ntw-2027/links', form)
  expect(page.status).toBe(200)
  expect(page.headers.get('Cache-Control')).toBe('no-store')
  return /http:\/\/plenary\.test(\/lists\/[\w-]{43})/.exec(await page.text())![1]!
}

test('a link gives the list on to who has no account, counts and logs each use, and is shown once', async () => {
  const link = await given({ query: 'q=Contohwati' })
  expect(await (await app.get('/teach/ntw-2027/links')).text()).not.toContain(link)
  expect(JSON.stringify(await app.db.selectFrom('listLinks').selectAll().execute())).not.toContain(link.slice(7))
  app.forgetCookies()
  const page = await app.get(link)
  expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
  expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
  const html = await page.text()
  expect(html).toContain('The caterer')
  expect(html).toContain(`${link}/file`)
  const file = await app.get(`${link}/file`)
  expect(await file.text()).toMatch(/Contohwati/)
  expect(file.headers.get('Referrer-Policy')).toBe('no-referrer')
  const [row] = await app.db.selectFrom('listLinks').select(['id', 'uses', 'lastUsedAt']).execute()
  expect(row).toMatchObject({ uses: 1, lastUsedAt: NOW })
  await expect
    .poll(downloads)
    .toMatchObject([{ accountId: instructor, linkId: row!.id, rowCount: 1, outcome: 'complete' }])
})

const ENDS: [string, () => Promise<unknown>][] = [
  ['it has expired', () => Promise.resolve(app.setNow(addMinutes(NOW, 24 * 60)))],
  [
    'its giver ends it',
    async () => {
      const { id } = await app.db.selectFrom('listLinks').select('id').executeTakeFirstOrThrow()
      expect((await app.post(`/teach/ntw-2027/links/${id}/end`, {})).status).toBe(303)
    },
  ],
  [
    'an organizer ends it',
    async () => {
      await signInAs(app, organizer)
      const { id } = await app.db.selectFrom('listLinks').select('id').executeTakeFirstOrThrow()
      expect((await app.post(`/teach/ntw-2027/links/${id}/end`, {})).status).toBe(303)
    },
  ],
  ['its giver teaches there no more', () => app.db.deleteFrom('roles').where('accountId', '=', instructor).execute()],
  [
    'its giver is shut out',
    () => app.db.updateTable('accounts').set({ isDisabled: 1 }).where('id', '=', instructor).execute(),
  ],
]

test.each(ENDS)('a link opens nothing once %s, and looks as if there were none', async (_why, end) => {
  const link = await given()
  await end()
  app.forgetCookies()
  expect((await app.get(`${link}/file`)).status).toBe(404)
  const page = await app.get(link)
  expect(page.status).toBe(404)
  const unknown = await app.get(`/lists/${'x'.repeat(43)}`)
  expect(unknown.status).toBe(404)
  const bare = async (response: Response) =>
    (await response.text()).replace(/lists\/[\w-]+/g, '').replace(/[0-9a-f-]{36}/g, '')
  expect(await bare(page)).toBe(await bare(unknown))
  expect(await downloads()).toEqual([])
})

test('who guesses is told nothing more, even of a link that opens', async () => {
  const link = await given()
  app.forgetCookies()
  for (let at = 0; at < 30; at++) await app.get(`/lists/${String(at).padStart(43, 'x')}/file`)
  expect((await app.get(`${link}/file`)).status).toBe(404)
})

test('a purpose that the giver has not is no link, and one of another event cannot be ended', async () => {
  const form = { id: newId(NOW), note: 'X', purpose: 'finance', format: 'csv', hours: '24' }
  expect((await app.post('/teach/ntw-2027/links', form)).status).toBe(404)
  expect((await app.post('/teach/ntw-2027/links', { ...form, purpose: 'teaching', hours: '900' })).status).toBe(422)
  await given()
  const { id } = await app.db.selectFrom('listLinks').select('id').executeTakeFirstOrThrow()
  const other = await givenEvent(app.db, { slug: 'other', tickets: [{}] })
  const scope = { role: 'organizer' as const, scope: 'event' as const, scopeId: other.id }
  await signInAs(app, (await givenAccount(app.db, 'other@plenary.example', [scope])).accountId)
  expect((await app.post(`/teach/other/links/${id}/end`, {})).status).toBe(404)
  expect((await app.post(`/teach/ntw-2027/links/${id}/end`, {})).status).toBe(404)
})

test('organizers see who took which list away, a page at a time', async () => {
  await (await app.get(`${LIST}.csv`)).text()
  const link = await given()
  await (await app.get(`${link}/file`)).text()
  expect((await app.get('/organize/ntw-2027/downloads')).status).toBe(404)
  await signInAs(app, organizer)
  const html = await (await app.get('/organize/ntw-2027/downloads')).text()
  expect(html.match(/participants\.csv/g)).toHaveLength(2)
  expect(html).toContain('The caterer')
  expect(html).toContain('Teaching')
})
