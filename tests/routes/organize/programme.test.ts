import { afterEach, beforeEach, expect, test } from 'vitest'
import { calendar, entry, LATER, sample } from '#tests/programme/given-import.ts'
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
  base = `/en/organize/${event.slug}/programme`
  const { accountId } = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(() => app.close())

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}

function send(file: string | null, text = '') {
  const body = new FormData()
  body.set('file', new File(file === null ? [] : [file], file === null ? '' : 'programme.ics'))
  body.set('text', text)
  return app.fetch(`${base}/import`, { method: 'POST', body })
}

/** The address of the preview of a file. */
async function sent(file: string): Promise<string> {
  const response = await send(file)
  expect(response.status, await response.clone().text()).toBe(303)
  return response.headers.get('Location')!
}

const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
const count = async () =>
  (await app.db.selectFrom('sessions').select('id').where('eventId', '=', event.id).execute()).length

test('an empty programme says how to fill it; a file is looked at, imported, and reported', async () => {
  expect(await pageOf(base)).toContain('No sessions yet')
  expect(await pageOf(`/en/organize/${event.slug}`)).toContain(`href="${base}"`)
  const address = await sent(sample('google'))
  expect(address).toMatch(new RegExp(`^${base}/import/[\\w-]+$`))
  const preview = await pageOf(address)
  expect(preview).toContain('Opening, and what we will build')
  expect(preview).toContain('These repeat; each occurrence during the event becomes a session')
  expect(await count()).toBe(0)
  const done = await app.post(address, { seen: seenIn(preview), shown: 'everybody' })
  expect([done.status, done.headers.get('Location')]).toEqual([303, address])
  const report = await pageOf(address)
  expect(report).toContain('new 5, changed 0, removed 0.')
  expect(report).not.toContain('Import this')
  const list = await pageOf(base)
  for (const shown of ['09:00–10:30', 'UTC+2', 'Great Hall', 'Everybody']) expect(list).toContain(shown)
  expect(await pageOf(`/en/events/${event.slug}/programme`)).toContain('Coffee, later')
})

test('pasted text is as good as a file; what cannot be read comes back as typed, with the reason', async () => {
  const pasted = await send(null, calendar(entry('a', '14T070000', 'Pasted <b>& kept</b>')))
  expect(pasted.status).toBe(303)
  expect(await pageOf(pasted.headers.get('Location')!)).toContain('Pasted &lt;b&gt;&amp; kept&lt;/b&gt;')
  const cut = await send(null, 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:What was typed')
  expect(cut.status).toBe(409)
  const page = await cut.text()
  expect(page).toContain('This file breaks off before its end')
  expect(page).toContain('SUMMARY:What was typed')
  expect((await send(null)).status).toBe(409)
})

test('what is refused stands in its place; what changed meanwhile is shown anew with the choices kept', async () => {
  const first = await sent(calendar(entry('a', '14T070000', 'A'), entry('b', '15T070000', 'B')))
  await app.post(first, { seen: seenIn(await pageOf(first)), shown: 'organizers' })
  expect(await pageOf(base)).toContain('Organizers only')
  const address = await sent(
    calendar(entry('a', '14T080000', 'A'), entry('c', '20T070000', 'C'), entry('d', '16T070000', 'D')),
  )
  const preview = await pageOf(address)
  for (const shown of ['It is not within the days of the event.', '<del>', 'No longer in the file', 'Line'])
    expect(preview).toContain(shown)
  const gone = /name="remove" value="([^"]*)"/.exec(preview)![1]!
  await app.db.updateTable('sessions').set({ room: 'Lab 9' }).where('title', '=', 'A').execute()
  await app.db.updateTable('sessions').set({ title: 'A, by hand' }).where('title', '=', 'A').execute()
  const stale = await app.post(address, { seen: seenIn(preview), remove: gone, shown: 'organizers' })
  expect(stale.status).toBe(409)
  const again = await stale.text()
  expect(again).toContain('The programme changed since you looked')
  expect(again).toContain('A, by hand')
  expect(again).toMatch(
    new RegExp(
      `name="remove"[^>]*checked[^>]*value="${gone}"|value="${gone}"[^>]*checked|checked=""[^>]*value="${gone}"`,
    ),
  )
  const done = await app.post(address, { seen: seenIn(again), remove: gone, shown: 'organizers' })
  expect(done.status).toBe(303)
  expect(
    (
      await app.db.selectFrom('sessions').select('title').where('eventId', '=', event.id).orderBy('title').execute()
    ).map(({ title }) => title),
  ).toEqual(['A', 'D'])
  expect(await pageOf(address)).toContain('Cannot be taken')
})

test('a file belongs to its event, and to a day', async () => {
  const address = await sent(calendar(entry('a', '14T070000', 'A')))
  const other = await givenEvent(app.db)
  const { accountId } = await givenAccount(app.db, 'other@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: other.id },
  ])
  await signInAs(app, accountId)
  const theirs = address.replace(event.slug, other.slug)
  await pageOf(address, 404)
  await pageOf(theirs, 404)
  expect((await app.post(theirs, { seen: 'x' })).status).toBe(404)
  expect((await app.post(address, { seen: 'x' })).status).toBe(404)
  expect((await app.post(`${base}/import`, { text: calendar(entry('a', '14T070000', 'A')) })).status).toBe(404)
  expect(await count()).toBe(0)
  app.setNow(LATER)
})

test('lists and previews take as many questions for fifty sessions as for one', async () => {
  const many = (size: number) =>
    calendar(
      ...Array.from({ length: size }, (_, at) => entry(`s${at}`, `14T07${String(at).padStart(2, '0')}00`, `S ${at}`)),
    )
  const one = await sent(many(1))
  const [before] = [await countQueries(app, [base, one])]
  await app.post(one, { seen: seenIn(await pageOf(one)), shown: 'everybody' })
  const fifty = await sent(many(50))
  expect(Object.values(await countQueries(app, [base, fifty]))).toEqual(Object.values(before))
})
