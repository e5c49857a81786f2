import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

let app: Awaited<ReturnType<typeof testApp>>
let seriesId: string

beforeEach(async () => {
  app = await testApp()
  seriesId = (await givenSeries(app.db)).id
  await signInWith('organizer', { role: 'organizer', scope: 'series', scopeId: seriesId })
})

afterEach(() => app.close())

async function signInWith(name: string, ...roles: Parameters<typeof givenAccount>[2] & object) {
  const { accountId } = await givenAccount(app.db, `${name}@plenary.example`, roles)
  app.forgetCookies()
  await signInAs(app, accountId)
  return accountId
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

/** The names of the fields that a page asks for; hidden ones ask nothing. */
function fieldsOf(page: string): string[] {
  const named = page.match(/<(input|select|textarea)[^>]*>/g) ?? []
  const names = named.flatMap((tag) =>
    /type="(hidden|search)"/.test(tag) ? [] : [/ name="([^"]*)"/.exec(tag)?.[1] ?? ''],
  )
  return [...new Set(names.filter(Boolean))]
}

const NEW = {
  title: 'Routing in a day',
  language: 'en',
  summary: 'One day of practice.',
  startsOn: '2027-07-13',
  endsOn: '2027-07-13',
  zone: 'Europe/Paris',
  format: 'onsite',
  country: 'FR',
  city: 'Lyon',
  accessNote: 'Step-free from the street.',
  seats: '24',
}

test('a simple free workshop is published from nothing with twelve fields', async () => {
  const names = Object.keys(NEW).toSorted()
  expect(fieldsOf(await textOf('/organize/new')).toSorted()).toEqual(names)
  await givenSeries(app.db, 'inet', 'inet')
  await signInWith('office', { role: 'organizer', scope: 'installation' })
  const asked = fieldsOf(await textOf('/organize/new'))
  expect([asked.length, asked.toSorted()]).toEqual([12, [...names, 'seriesId'].toSorted()])

  const created = await app.post('/organize/new', { seriesId, ...NEW })
  expect([created.status, created.headers.get('Location')]).toEqual([303, '/organize/routing-in-a-day'])
  // To publish nothing has to be filled in.
  expect((await app.post('/organize/routing-in-a-day/publish', {})).status).toBe(303)
  app.forgetCookies()
  const page = await textOf('/events/routing-in-a-day')
  expect(page).toContain('Routing in a day')
  expect(await textOf('/events/routing-in-a-day/register')).toContain('name="people[0].fullName"')
})

test('without a number of seats there is no ticket, and a wrong number comes back as typed', async () => {
  const { seats: _, ...without } = NEW
  expect((await app.post('/organize/new', { seriesId, ...without })).status).toBe(303)
  expect(await app.db.selectFrom('ticketTypes').select('id').execute()).toEqual([])
  const refused = await app.post('/organize/new', { seriesId, ...NEW, seats: 'many', city: '' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  for (const found of ['href="#seats"', 'href="#city"', 'value="many"', 'Step-free from the street.'])
    expect(page).toContain(found)
})

test('the next edition is made on one screen, and says what it left out', async () => {
  const inet = await givenEvent(app.db, { seriesId, title: 'INET 2025', slug: 'inet-2025', startsOn: '2025-06-16' })
  const from = await givenEvent(app.db, {
    seriesId,
    slug: 'ntw-2027',
    title: 'NTW 2027',
    startsOn: '2027-06-14',
    parentId: inet.id,
    tickets: [{ seats: 12, price: 4000 }],
  })
  await givenParticipants(app.db, from, [{ fullName: 'Somebody Registered' }])
  const screen = await textOf('/organize/ntw-2027/clone')
  for (const found of ['value="NTW 2028"', 'value="2028-06-12"', 'INET 2025 is over']) expect(screen).toContain(found)
  expect(await textOf('/organize/new')).toContain('href="/organize/ntw-2027/clone"')
  expect(await textOf('/organize')).toContain('href="/organize/ntw-2027/clone"')

  const bad = await app.post('/organize/ntw-2027/clone', { title: '', startsOn: '2027-02-30', parts: 'all' })
  expect(bad.status).toBe(422)
  const made = await app.post('/organize/ntw-2027/clone', {
    title: 'NTW 2028',
    startsOn: '2028-06-12',
    parts: ['tickets', 'programme'],
  })
  const there = made.headers.get('Location')!
  expect([made.status, there]).toEqual([303, '/organize/ntw-2028/details?cloned=1&cut=0'])
  expect(await textOf(there)).toContain('The draft is made')
  expect(await textOf('/organize/ntw-2028/tickets')).toContain('Ticket 1')
  expect(await textOf('/organize/ntw-2028/registrations')).not.toContain('Somebody Registered')
  app.forgetCookies()
  expect((await app.get('/events/ntw-2028')).status).toBe(404)
})

test('a time that is not there on the new day is told', async () => {
  await givenEvent(app.db, {
    seriesId,
    slug: 'night',
    startsOn: '2027-03-21',
    startsTime: '02:30',
    zone: 'Europe/Paris',
  })
  const made = await app.post('/organize/night/clone', { title: 'Night again', startsOn: '2027-03-28' })
  expect(await textOf(made.headers.get('Location')!)).toContain('On 28 March 2027 the clocks jump over 02:30')
})

test('a template stands in its own list, cannot be published, and makes events', async () => {
  await givenEvent(app.db, { seriesId, slug: 'workshop', title: 'Workshop 2027' })
  const made = await app.post('/organize/workshop/template', { what: 'copy', title: 'Three-day workshop' })
  expect(made.headers.get('Location')).toContain('/organize/three-day-workshop/details')
  expect(await textOf('/organize/templates')).toContain('Three-day workshop')
  expect(await textOf('/organize/new')).toContain('href="/organize/three-day-workshop/clone"')
  expect(await textOf('/organize')).not.toContain('Three-day workshop')
  expect((await app.post('/organize/three-day-workshop/publish', {})).status).toBe(409)
  expect((await app.post('/organize/workshop/template', { what: 'itself' })).status).toBe(409)
  expect((await app.post('/organize/workshop/template', { what: 'copy', title: '' })).status).toBe(422)

  const next = await app.post('/organize/three-day-workshop/clone', { title: 'Workshop 2028', startsOn: '2028-06-12' })
  expect(next.headers.get('Location')).toContain('/organize/workshop-2028/details')
  expect((await app.post('/organize/three-day-workshop/template', { what: 'end' })).status).toBe(303)
  expect(await textOf('/organize')).toContain('Three-day workshop')
})

test('travel notes are written per country and language, and never over another’s unseen', async () => {
  await givenEvent(app.db, { seriesId, slug: 'ours' })
  const note = (page: string, change: Record<string, string> = {}) => ({
    seen: /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '',
    textLanguage: 'en',
    country: 'UG',
    note: 'No visa for **90 days**. <script>alert(1)</script>',
    ...change,
  })
  const empty = await textOf('/organize/ours/travel/new')
  expect((await app.post('/organize/ours/travel/new', note(empty, { country: 'ZZ' }))).status).toBe(422)
  expect((await app.post('/organize/ours/travel/new', note(empty))).status).toBe(303)
  const stale = await app.post('/organize/ours/travel/new', note(empty, { note: 'Other words' }))
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain('Other words')
  const page = await textOf('/organize/ours/travel/ug?text=en')
  expect((await app.post('/organize/ours/travel/ug', note(page, { note: 'Apply at **home**.' }))).status).toBe(303)
  const again = await app.post('/organize/ours/travel/ug?text=en', note(page, { note: 'Mine.' }))
  const both = await again.text()
  expect([again.status, both.includes('<strong>home</strong>'), both.includes('>Mine.</textarea>')]).toEqual([
    409,
    true,
    true,
  ])
  const french = await textOf('/organize/ours/travel/ug?text=fr')
  await app.post('/organize/ours/travel/ug?text=fr', note(french, { textLanguage: 'fr', note: 'Demandez chez vous.' }))
  expect(await textOf('/events/ours')).toContain('<strong>home</strong>')
  expect(await textOf('/fr/events/ours')).toContain('Demandez chez vous.')
  const document = (await (await app.get('/events/ours.json')).json()) as { travelNotes: unknown }
  expect(document.travelNotes).toEqual([
    { country: 'UG', texts: { en: 'Apply at **home**.', fr: 'Demandez chez vous.' } },
  ])

  for (const country of ['KE', 'TZ', 'FR'])
    await app.post(
      '/organize/ours/travel/new',
      note(empty, { country, note: `Ask in ${country} about a visa. `.repeat(8) }),
    )
  const full = await textOf('/events/ours')
  expect(full.match(/<details id=/g)).toHaveLength(4)
  expect(await weightOf(full)).toBeLessThanOrEqual(FIRST_FLIGHT)
  for (const country of ['DE', 'JP'])
    await app.post('/organize/ours/travel/new', note(empty, { country, note: 'Long words. '.repeat(60) }))
  const short = await textOf('/events/ours')
  expect(short).toContain('href="/events/ours/travel"')
  expect(short).not.toContain('Long words.')
  const own = await textOf('/events/ours/travel')
  expect(own.match(/<details id=/g)).toHaveLength(6)

  const last = await textOf('/organize/ours/travel/ug?text=fr')
  await app.post('/organize/ours/travel/ug?text=fr', note(last, { textLanguage: 'fr', note: '' }))
  const left = await app.db.selectFrom('eventVisaNotes').select('language').where('country', '=', 'UG').execute()
  expect(left).toEqual([{ language: 'en' }])
  expect((await app.get('/organize/ours/travel/xx')).status).toBe(404)
})

test('an event is related by its title, in both directions, and never in a circle', async () => {
  const [inet, ntw] = [
    await givenEvent(app.db, { seriesId, slug: 'inet', title: 'INET Kigali' }),
    await givenEvent(app.db, { seriesId, slug: 'ntw', title: 'NTW Kigali' }),
  ]
  expect(await textOf('/organize/ntw/related?q=inet+kig')).toContain(`value="${inet.id}"`)
  expect((await app.post('/organize/ntw/related', { other: inet.id, relation: 'parent' })).status).toBe(303)
  expect(await textOf('/organize/ntw/related')).toContain('INET Kigali')
  const circle = await app.post('/organize/inet/related?q=NTW', { other: ntw.id, relation: 'parent' })
  expect(circle.status).toBe(409)
  expect(await circle.text()).toContain('part of this one already')
  expect((await app.post('/organize/inet/related', { other: 'none', relation: 'beside' })).status).toBe(409)
  expect((await app.post('/organize/inet/related', { other: ntw.id })).status).toBe(422)
  expect((await app.post('/organize/ntw/related/remove', { other: inet.id, relation: 'parent' })).status).toBe(303)
  expect(await textOf('/organize/ntw/related')).toContain('No related events')
})

test('only who organizes the series finds these pages; who only looks, teaches or stands at the desk does not', async () => {
  const event = await givenEvent(app.db, { seriesId, slug: 'ours' })
  const [own, series] = [
    { scope: 'event', scopeId: event.id },
    { scope: 'series', scopeId: seriesId },
  ] as const
  const pages = ['details', 'travel', 'travel/new', 'travel/ug', 'related', 'clone', 'template'].map(
    (page) => `ours/${page}`,
  )
  const posts = [...pages.filter((page) => page !== 'ours/travel'), 'ours/details/preview', 'ours/related/remove']
  for (const role of ['programme', 'front-desk', 'observer', 'instructor', 'reviewer', 'finance'] as const) {
    await signInWith(role, { role, ...series })
    for (const page of [...pages, 'new', 'templates'])
      expect((await app.get(`/organize/${page}`)).status, `${role} ${page}`).toBe(404)
    for (const page of [...posts, 'new'])
      expect((await app.post(`/organize/${page}`, {})).status, `${role} ${page}`).toBe(404)
  }
  await signInWith('of-event', { role: 'organizer', ...own })
  for (const page of ['clone', 'template']) expect((await app.get(`/organize/ours/${page}`)).status).toBe(404)
  expect(await textOf('/organize/ours/details')).not.toContain('/organize/ours/clone')
  await signInWith('looks', { role: 'observer', ...series })
  expect(await textOf('/organize')).toContain('href="/organize/ours"')
  expect(await textOf('/organize')).not.toContain('/clone')
})

test('the list of events is filtered by what its address says', async () => {
  const other = await givenSeries(app.db, 'inet', 'inet')
  await signInWith('office', { role: 'organizer', scope: 'installation' })
  await givenEvent(app.db, { seriesId, title: 'Past one', startsOn: '2026-01-12' })
  await givenEvent(app.db, { seriesId, title: 'Draft one', status: 'draft', publishedAt: null })
  await givenEvent(app.db, { seriesId: other.id, title: 'Coming one' })
  const shown = async (query: string) => {
    const page = await textOf(`/organize${query}`)
    return ['Past one', 'Draft one', 'Coming one'].filter((title) => page.includes(`>${title}<`))
  }
  expect(await shown('')).toHaveLength(3)
  expect(await shown('?when=past')).toEqual(['Past one'])
  expect(await shown('?when=upcoming')).toEqual(['Draft one', 'Coming one'])
  expect(await shown('?status=draft')).toEqual(['Draft one'])
  expect(await shown('?series=inet')).toEqual(['Coming one'])
  expect(await shown('?series=none')).toEqual([])
  expect(await shown('?when=someday&status=x&q=one&series=..')).toHaveLength(3)
  expect(await textOf('/organize?status=cancelled')).toContain('No event of yours fits this filter')
})

test('1 row and 50 rows take the same number of queries', async () => {
  const first = await givenEvent(app.db, { seriesId, slug: 'one', title: 'Row 0' })
  const other = await givenEvent(app.db, { seriesId })
  await app.db.updateTable('events').set({ isTemplate: 1, status: 'draft' }).where('id', '=', other.id).execute()
  await app.db
    .insertInto('eventNeighbours')
    .values({ eventId: first.id, neighbourId: other.id, relation: 'beside' })
    .execute()
  const note = (country: string) =>
    app.db.insertInto('eventVisaNotes').values({ eventId: first.id, country, language: 'en', note: 'Apply.' }).execute()
  await note('UG')
  const lists = [
    '/organize',
    '/organize/new',
    '/organize/templates',
    '/organize/one/travel',
    '/organize/one/related?q=row',
    '/organize/one/clone',
  ]
  const few = await countQueries(app, lists)
  for (let at = 1; at < 50; at++) {
    const { id } = await givenEvent(app.db, {
      seriesId,
      title: `Row ${at}`,
      ...(at % 2 ? { isTemplate: 1, status: 'draft' as const } : {}),
    })
    await app.db
      .insertInto('eventNeighbours')
      .values({ eventId: first.id, neighbourId: id, relation: 'before' })
      .execute()
  }
  for (const country of ['KE', 'TZ', 'RW', 'FR', 'DE', 'IN', 'JP', 'BR']) await note(country)
  expect(await countQueries(app, lists)).toEqual(few)
})

test('every page opens in three languages, with every word', async () => {
  const event = await givenEvent(app.db, { seriesId, slug: 'ours' })
  await app.db
    .insertInto('eventVisaNotes')
    .values({ eventId: event.id, country: 'UG', language: 'en', note: 'Apply.' })
    .execute()
  for (const prefix of ['', '/fr', '/ar'])
    for (const page of [
      '',
      '/new',
      '/templates',
      ...['clone', 'template', 'travel', 'travel/new', 'travel/ug', 'related?q=routing', 'details'].map(
        (one) => `/ours/${one}`,
      ),
    ])
      expect(await textOf(`${prefix}/organize${page}`), page).not.toMatch(/\b(author|organize)\.[a-z]+[A-Z.]/)
})
