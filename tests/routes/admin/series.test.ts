import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let administrator: string

beforeAll(async () => {
  app = await testApp()
  administrator = (
    await givenAccount(app.db, 'administrator@plenary.example', [{ role: 'administrator', scope: 'installation' }])
  ).accountId
  await signInAs(app, administrator)
})

afterAll(() => app.close())

const SERIES = {
  textLanguage: 'en',
  name: 'Meetings of the Example Chapter',
  shortName: 'Example meetings',
  kind: 'Chapter meeting',
  slug: 'example-meetings',
  mark: 'plain',
  position: '7',
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

test('an administrator adds a chapter and its series, in two languages, and the site shows it', async () => {
  expect(await textOf('/admin/series')).toContain('There is no series yet')
  const host = { name: 'Example Chapter', slug: 'example-chapter', kind: 'chapter', country: 'RW' }
  expect((await app.post('/admin/hosts/new', host)).status).toBe(303)
  expect((await app.post('/admin/hosts/new', host)).status).toBe(409)
  const { id: hostId } = await app.db.selectFrom('hosts').select('id').executeTakeFirstOrThrow()

  const wrong = await app.post('/admin/series/new', { ...SERIES, name: '', position: 'first' })
  expect(wrong.status).toBe(422)
  const shown = await wrong.text()
  expect(shown).toContain('href="#name"')
  expect(shown).toContain('value="Example meetings"')
  expect((await app.post('/admin/series/new', { ...SERIES, hostId })).status).toBe(303)
  expect((await app.post('/admin/series/new', SERIES)).status).toBe(409)
  const { id } = await app.db.selectFrom('series').select('id').executeTakeFirstOrThrow()

  const french = {
    ...SERIES,
    textLanguage: 'fr',
    name: 'Rencontres du chapitre',
    slug: 'else',
    hostId,
    needsReview: 'on',
  }
  expect((await app.post(`/admin/series/${id}?text=fr`, french)).status).toBe(303)
  expect(await textOf(`/admin/series/${id}?text=fr`)).toContain('Rencontres du chapitre')
  expect(await app.db.selectFrom('series').selectAll().executeTakeFirst()).toMatchObject({
    slug: 'example-meetings',
    hostId,
    needsReview: 1,
  })
  expect(await textOf('/fr/series/example-meetings')).toContain('Rencontres du chapitre')
})

test('a series that is renamed is found by its new name', async () => {
  const { id } = await app.db.selectFrom('series').select('id').executeTakeFirstOrThrow()
  await givenEvent(app.db, { seriesId: id, title: 'Routing for beginners' })
  expect((await app.post(`/admin/series/${id}`, { ...SERIES, name: 'Gatherings' })).status).toBe(303)
  expect(await textOf('/events?q=gatherings')).toContain('Routing for beginners')
})

test('nobody else finds these pages, and what is not there is not found', async () => {
  for (const path of ['/admin/series/none', '/admin/hosts/none']) expect((await app.get(path)).status, path).toBe(404)
  app.forgetCookies()
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: 'any' },
  ])
  await signInAs(app, organizer.accountId)
  for (const path of ['/admin/series', '/admin/series/new', '/admin/hosts', '/admin/hosts/new'])
    expect((await app.get(path)).status, path).toBe(404)
  expect((await app.post('/admin/series/new', SERIES)).status).toBe(404)
})
