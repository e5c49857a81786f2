import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { formOf } from '#tests/routes/public/form-of.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let accountId: string

beforeEach(async () => {
  app = await testApp()
  const { id } = await givenSeries(app.db)
  ;({ accountId } = await givenAccount(app.db, 'writer@plenary.example', [
    { role: 'organizer', scope: 'series', scopeId: id },
  ]))
  await givenEvent(app.db, { slug: 'ours', title: 'Ours' })
  await signInAs(app, accountId)
})

afterEach(() => app.close())

const BASE = '/organize/ours/details'
const FORM = `${BASE}?text=en`
const KEEP = `/organize/drafts?${new URLSearchParams({ form: FORM })}`

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

/** Every field of the details form as a browser would send it. */
function typed(page: string, change: Record<string, string> = {}) {
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  return {
    version: hidden('version'),
    seen: hidden('seen'),
    textLanguage: 'en',
    title: 'Ours',
    summary: 'Five days of practice.',
    slug: 'ours',
    language: 'en',
    'languages[0]': 'en',
    startsOn: '2027-06-14',
    endsOn: '2027-06-18',
    zone: 'Africa/Kigali',
    format: 'onsite',
    country: 'RW',
    city: 'Kigali',
    venue: 'Example University',
    coordinates: '-1.9441, 30.0619',
    contactEmail: 'desk@plenary.example',
    admission: 'registration',
    ...change,
  }
}

test('a form is kept half done by its button, offered again, taken up, and gone once it is saved', async () => {
  const page = await textOf(BASE)
  expect(page).toContain('Keep as half done')
  const kept = await app.post(KEEP, typed(page, { title: 'Half a ti', zone: '', password: 'secret' }))
  expect([kept.status, kept.headers.get('Location')]).toEqual([303, FORM])
  const offered = await textOf(FORM)
  expect(offered).toContain('You left this form half done on')
  expect(offered).toContain('value="Ours"')
  expect(offered).not.toContain('Half a ti')
  expect(await textOf(`${BASE}?text=fr`)).not.toContain('half done on')
  const taken = await textOf(`${FORM}&half=1`)
  expect(taken).toContain('value="Half a ti"')
  expect(taken).not.toContain('Somebody else saved this event')
  const row = await app.db.selectFrom('formDrafts').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ accountId, form: FORM, savedAt: NOW })
  expect(row.content).not.toContain('secret')

  expect((await app.post(FORM, typed(page, { title: 'A title' }))).status).toBe(303)
  expect(await app.db.selectFrom('formDrafts').selectAll().execute()).toEqual([])
})

test('what was half done over something that has changed meanwhile shows both, and a second save decides', async () => {
  const page = await textOf(BASE)
  await app.post(KEEP, typed(page, { city: 'Huye' }))
  expect((await app.post(FORM, typed(page, { city: 'Musanze' }))).status).toBe(303)
  // Saving one’s own form drops one’s own draft: here somebody else saved.
  await app.post(KEEP, typed(page, { city: 'Huye' }))
  const taken = await textOf(`${FORM}&half=1`)
  expect(taken).toContain('Somebody else saved this event')
  expect(taken).toContain('<bdi>Musanze</bdi>')
  expect(taken).toContain('value="Huye"')
  const stale = await app.post(FORM, typed(page, { city: 'Huye' }))
  expect(stale.status).toBe(409)
  expect((await app.post(FORM, typed(taken, { city: 'Huye' }))).status).toBe(303)
})

test('a draft is thrown away, and is nobody else’s', async () => {
  await app.post(KEEP, typed(await textOf(BASE), { title: 'Mine alone' }))
  const other = await givenAccount(app.db, 'other@plenary.example', [{ role: 'administrator', scope: 'installation' }])
  app.forgetCookies()
  await signInAs(app, other.accountId)
  expect(await textOf(`${FORM}&half=1`)).not.toContain('Mine alone')
  await app.post(`/organize/drafts/discard?${new URLSearchParams({ form: FORM })}`, {})
  expect(await app.db.selectFrom('formDrafts').selectAll().execute()).toHaveLength(1)
  app.forgetCookies()
  await signInAs(app, accountId)
  const gone = await app.post(`/organize/drafts/discard?${new URLSearchParams({ form: FORM })}`, {})
  expect(gone.headers.get('Location')).toBe(FORM)
  expect(await app.db.selectFrom('formDrafts').selectAll().execute()).toEqual([])
})

test('a script is told when it was saved, and what was not', async () => {
  const headers = { Accept: 'application/json' }
  const send = (path: string, body: BodyInit) => app.fetch(path, { method: 'POST', headers, body })
  const saved = await send(KEEP, new URLSearchParams({ title: 'A' }))
  expect([saved.status, await saved.json()]).toEqual([200, { savedAt: NOW }])
  expect((await send('/fr' + KEEP, new URLSearchParams({ title: 'A' }))).status).toBe(200)
  const large = await send(KEEP, new URLSearchParams({ description: 'x'.repeat(120_000) }))
  expect(large.status).toBe(413)
  for (const form of ['https://evil.example/', '//evil.example', '/me', ''])
    expect((await send(`/organize/drafts?${new URLSearchParams({ form })}`, new URLSearchParams())).status, form).toBe(
      400,
    )
  app.forgetCookies()
  expect((await send(KEEP, new URLSearchParams())).status).toBe(303)
})

test('a new event can be left half done too', async () => {
  const keep = `/organize/drafts?${new URLSearchParams({ form: '/organize/new' })}`
  expect((await app.post(keep, { title: 'Some day' })).headers.get('Location')).toBe('/organize/new')
  expect(await textOf('/organize/new')).toContain('half done on')
  expect(await textOf('/organize/new?half=1')).toContain('value="Some day"')
})

test('texts are seen as the page will show them, safe, with nothing saved and nothing lost', async () => {
  const page = await textOf(BASE)
  const hostile =
    '## Hello\n\n<script>alert(1)</script><img src=x onerror=alert(2)>\n\n[a](javascript:alert(3)) **bold**'
  const shown = await app.post(
    '/organize/ours/details/preview?text=en',
    typed(page, { description: hostile, zone: 'x', title: '' }),
  )
  expect(shown.status).toBe(200)
  const text = await shown.text()
  expect(text).toContain('<strong>bold</strong>')
  expect(text).toContain('Hello</h3>')
  expect(text).not.toMatch(/<script>alert|<img|href="javascript/)
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).not.toContain('Error:')
  const stored = await app.db.selectFrom('eventTexts').select('description').executeTakeFirstOrThrow()
  expect(stored.description).toBe('')
})

test('what one language lacks is said, and the new facts are saved and shown', async () => {
  const page = await textOf(BASE)
  const conduct = { conductUrl: 'https://example.org/conduct', conductVersion: '2.1' }
  const half = await app.post(FORM, typed(page, { conductVersion: '2.1', coordinates: 'nowhere' }))
  expect(half.status).toBe(422)
  const wrong = await half.text()
  for (const found of ['href="#conductUrl"', 'href="#coordinates"', 'value="nowhere"']) expect(wrong).toContain(found)
  const facts = { ...conduct, venueSeats: '120', coordinates: 'https://www.openstreetmap.org/#map=17/-1.95/30.06' }
  expect((await app.post(FORM, typed(page, { ...facts, description: 'Long.' }))).status).toBe(303)
  const french = typed(await textOf(`${BASE}?text=fr`), {
    ...facts,
    textLanguage: 'fr',
    title: 'Le nôtre',
    summary: '',
  })
  expect((await app.post(`${BASE}?text=fr`, french)).status).toBe(303)
  const saved = await textOf(BASE)
  expect(saved).toMatch(
    /French<\/a>:[^<]*<!-- -->\s*Summary and Description|French<\/a>: ?(<!-- -->)?Summary and Description/,
  )
  expect(saved).toContain('geo:-1.95,30.06')
  const event = await app.db.selectFrom('events').selectAll().where('slug', '=', 'ours').executeTakeFirstOrThrow()
  expect(event).toMatchObject({ latitude: -1.95, longitude: 30.06, venueSeats: 120, ...conduct })
  const document = await (await app.get('/events/ours.json')).json()
  expect(document).toMatchObject({ place: { seats: 120 }, conduct: { url: conduct.conductUrl, version: '2.1' } })

  const form = await textOf('/events/ours/register')
  expect(form).toContain('href="https://example.org/conduct"')
  const person = { fullName: 'Amina Odhiambo', email: 'amina@example.org', country: 'KE' }
  const seat = Object.entries(person).map(([name, value]) => [`people[0].${name}`, value])
  const sent = formOf(form, { 'tickets.TYPE-1': '1', conduct: 'on', ...Object.fromEntries(seat) })
  expect((await app.post('/events/ours/register', sent)).status).toBe(303)
  const consents = await app.db
    .selectFrom('consents')
    .select(['kind', 'version'])
    .where('kind', '=', 'conduct')
    .execute()
  expect(consents).toEqual([{ kind: 'conduct', version: '2.1' }])
})
