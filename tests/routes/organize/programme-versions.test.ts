import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenSession } from '#tests/events/event-samples.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { released } from '#tests/registrations/programme-news/a-version.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let base: string

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ maxPerOrder: 60 }] })
  base = `/organize/${event.slug}/programme/versions`
  await givenSession(app.db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening' })
  await be('organizer')
})
afterEach(() => app.close())

let number = 0

async function be(role: 'organizer' | 'programme' | 'observer') {
  app.forgetCookies()
  const held = { role, scope: 'event', scopeId: event.id } as const
  const { accountId } = await givenAccount(app.db, `${role}-${number++}@plenary.example`, [held])
  await signInAs(app, accountId)
}

async function pageOf(path: string, status = 200): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(status)
  return await response.text()
}
const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
const room = (room: string) => app.db.updateTable('sessions').set({ room }).where('eventId', '=', event.id).execute()
const stored = async () =>
  await app.db.selectFrom('messages').select('recipientKey').where('template', '=', 'programme-changed').execute()

test('released with a note, shown as it was, told after a look and not before', async () => {
  const people = [aPerson(event.tickets[0]!.id, { fullName: 'Contohwati', email: 'contohwati@example.org' })]
  await placed(app.db, anOrder(event, { people, language: 'fr' }))
  const first = await app.post(base, { seen: seenIn(await pageOf(base)), note: '' })
  expect([first.status, first.headers.get('Location')]).toEqual([303, `${base}/1`])
  expect(await pageOf(base)).toContain('Nothing public changed since version 1.')
  expect(await pageOf(`${base}/1/tell`)).toContain('Of a first version there is nothing to tell')
  await room('Hall Z')
  const page = await pageOf(base)
  expect(page).toContain('Room: \u2068Hall Z\u2069. It was: \u2068Hall A\u2069')
  const second = await app.post(base, { seen: seenIn(page), note: 'Hall A is painted.' })
  expect(second.headers.get('Location')).toBe(`${base}/2`)
  for (const said of ['Hall A is painted.', 'Hall Z', 'As it was released', `${base}/2/tell`])
    expect(await pageOf(`${base}/2`)).toContain(said)
  const preview = await pageOf(`${base}/2/tell`)
  for (const said of ['Contohwati', 'French', 'Le programme a changé', 'Send the mail to 1 person', '1 person'])
    expect(preview).toContain(said)
  expect(await stored()).toEqual([])
  const told = await app.post(`${base}/2/tell`, {})
  expect([told.status, told.headers.get('Location')]).toEqual([303, `${base}/2/tell`])
  expect(await stored()).toEqual([{ recipientKey: 'contohwati@example.org' }])
  const after = await pageOf(`${base}/2/tell`)
  expect(after).toContain('1 person has the mail')
  expect(after).not.toContain('Send the mail')
  const changes = await pageOf(`/events/${event.slug}/programme/changes`)
  for (const said of ['Version 2, ', 'Hall A is painted.', 'Nothing changed since.']) expect(changes).toContain(said)
  expect(await pageOf(`/events/${event.slug}/programme`)).toContain('Version 2, ')
})

test('what somebody else changed or released meanwhile is looked at first', async () => {
  const page = await pageOf(base)
  await room('Hall Z')
  const stale = await app.post(base, { seen: seenIn(page), note: 'My words' })
  expect(stale.status).toBe(409)
  const again = await stale.text()
  expect(again).toContain('The programme changed since you looked')
  expect(again).toContain('My words')
})

test('rooms that the public may not know are in no public change', async () => {
  await released(app.db, event.id)
  await room('Hall Z')
  await released(app.db, event.id)
  await room('Hall Y')
  await app.db.updateTable('events').set({ areRoomsPublic: 0 }).where('id', '=', event.id).execute()
  for (const path of ['/programme/changes', '/programme', '/programme.txt'])
    expect(await pageOf(`/en/events/${event.slug}${path}`)).not.toContain('Hall')
})

test('programme people release, and only organizers tell; observers and other events find nothing', async () => {
  await released(app.db, event.id)
  await room('Hall Z')
  await released(app.db, event.id)
  await be('programme')
  expect(await pageOf(`${base}/2`)).not.toContain(`${base}/2/tell`)
  await pageOf(`${base}/2/tell`, 404)
  expect((await app.post(`${base}/2/tell`, {})).status).toBe(404)
  await be('observer')
  for (const path of [base, `${base}/1`]) await pageOf(path, 404)
  expect((await app.post(base, {})).status).toBe(404)
  await be('organizer')
  for (const path of [`${base}/3`, `${base}/0`, `${base}/x`, `${base}/3/tell`]) await pageOf(path, 404)
  const draft = await givenEvent(app.db, { status: 'draft' })
  await pageOf(`/events/${draft.slug}/programme/changes`, 404)
})

test('lists of versions and of people take as many questions for fifty as for one, and are paged', async () => {
  await released(app.db, event.id)
  await room('Hall 0')
  await released(app.db, event.id)
  const people = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => aPerson(event.tickets[0]!.id, { email: `p-${from + at}@example.org` }))
  await placed(app.db, anOrder(event, { people: people(1) }))
  const pages = [base, `${base}/2/tell`, `/events/${event.slug}/programme/changes`]
  const few = Object.values(await countQueries(app, pages))
  await placed(app.db, anOrder(event, { people: people(59, 1) }))
  for (let at = 1; at <= 21; at++) {
    await room(`Hall ${at}`)
    await released(app.db, event.id)
  }
  const last = `${base}/23/tell`
  expect(Object.values(await countQueries(app, [base, last, pages[2]!]))).toEqual(few)
  const list = await pageOf(last)
  expect(list.match(/reader=/g)).toHaveLength(50)
  expect(await pageOf(`${last}?page=2`)).toContain('reader=')
  expect(await pageOf(`${base}?page=2`)).toContain(`${base}/1"`)
})
