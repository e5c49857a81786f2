import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
  base = `/organize/${event.slug}/programme`
  await be('programme')
})
afterEach(() => app.close())

async function be(role: 'programme' | 'front-desk' | 'observer') {
  app.forgetCookies()
  const held = { role, scope: 'event', scopeId: event.id } as const
  const { accountId } = await givenAccount(app.db, `${role}@plenary.example`, [held])
  await signInAs(app, accountId)
}

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

async function sent(text: string | Uint8Array, name = 'programme.csv') {
  const body = new FormData()
  body.set('file', new File([text as BlobPart], name))
  return await app.fetch(`/en${base}/import`, { method: 'POST', body })
}

async function previewOf(text: string): Promise<string> {
  const response = await sent(text)
  expect(response.status, await response.clone().text()).toBe(303)
  return response.headers.get('Location')!
}

const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
const HEAD = 'Title,Day,Start,End,Room,People\n'

test('the spreadsheet in the words of its reader, which goes in again as nothing', async () => {
  await givenSession(app.db, event.id, {
    day: '2027-06-14',
    from: '09:00',
    to: '10:00',
    title: 'Ouverture, «été»',
    people: ['Ngozi Muster'],
  })
  const csv = await app.get(`/fr${base}.csv`)
  expect([csv.status, csv.headers.get('Content-Disposition')]).toEqual([200, expect.stringContaining('.csv')])
  const bytes = new Uint8Array(await csv.arrayBuffer())
  const [head, row] = (await readSheet(bytes, { rows: 10, columns: 30 })).rows
  expect(head?.slice(0, 4)).toEqual(['ID', 'Code', 'Nature', 'Titre'])
  expect(row?.[11]).toBe('Intervention: Ngozi Muster')
  const xlsx = await app.get(`${base}.xlsx`)
  expect(xlsx.headers.get('Content-Type')).toContain('spreadsheetml')
  await xlsx.body?.cancel()
  const address = (await sent(bytes)).headers.get('Location')!
  expect(await pageOf(address)).toContain('There is nothing to import')
  const page = await pageOf(`${base}/import`)
  for (const said of ['programme.csv', 'programme.xlsx', 'programme.ics', 'Import and export'])
    expect(page).toContain(said)
})

test('every difference and every error in its place; nothing is done while there is one; then all is, and taken back', async () => {
  const broken = await previewOf(
    `${HEAD}Opening,2027-06-14,09:00,08:00,Hall A,Wizard: Merlin\nRoutes,2027-06-15,09:00,10:00,,\n`,
  )
  const page = await pageOf(broken)
  expect(page).toContain('It ends before it starts.')
  expect(page).toContain('People: \u2068Wizard\u2069 is no role')
  expect(page).toContain('nothing of this file is')
  expect(page).not.toContain('Import this')
  expect((await app.post(broken, { seen: seenIn(page) })).status).toBe(409)
  const address = await previewOf(`${HEAD}Opening,2027-06-14,09:00,10:00,Hall A,Chair: Ngozi Muster\n`)
  const preview = await pageOf(address)
  expect((await app.post(address, { seen: seenIn(preview), shown: 'everybody' })).status).toBe(303)
  expect(await pageOf(`/events/${event.slug}/programme`)).toContain('Ngozi Muster')
  expect(await pageOf(address)).toContain(`${address}/undo`)
  expect(await pageOf(`${address}/undo`)).toContain('Sessions that are removed again: 1')
  const undone = await app.post(`${address}/undo`, {})
  expect([undone.status, undone.headers.get('Location')]).toEqual([303, address])
  expect(await pageOf(address)).toContain('was taken back')
  expect(await pageOf(`/events/${event.slug}/programme`)).not.toContain('Ngozi Muster')
  expect((await app.post(`${address}/undo`, {})).status).toBe(409)
})

test.each([
  ['name;colour\nA;red\n', 'These columns are none of ours: name, colour.'],
  ['title,room\nA,B\n', 'These columns are missing: Day, Start, End.'],
  [`${HEAD}${'A,2027-06-14,09:00,10:00,,\n'.repeat(50_000)}`, 'This file has more than 2001 rows.'],
  ['', 'empty'],
])('a file that cannot be read comes back with a sentence', async (text, said) => {
  const response = await sent(text)
  expect(response.status).toBe(409)
  expect(await response.text()).toContain(said)
})

test('not for the front desk, nor for observers', async () => {
  const address = await previewOf(`${HEAD}Opening,2027-06-14,09:00,10:00,,\n`)
  for (const role of ['front-desk', 'observer'] as const) {
    await be(role)
    for (const path of [`${base}.csv`, `${base}.xlsx`, `${base}/import`, address, `${address}/undo`])
      await pageOf(path, 404)
    expect((await app.post(`${address}/undo`, {})).status).toBe(404)
  }
})

test('a preview takes as many questions for fifty rows as for one', async () => {
  const rows = (count: number) =>
    `${HEAD}${Array.from({ length: count }, (_, at) => `S ${at},2027-06-14,09:00,10:00,,A ${at}\n`).join('')}`
  const one = await previewOf(rows(1))
  const fifty = await previewOf(rows(50))
  const [few, many] = [await countQueries(app, [one, `${base}.csv`]), await countQueries(app, [fifty, `${base}.csv`])]
  expect(Object.values(many)).toEqual(Object.values(few))
})
