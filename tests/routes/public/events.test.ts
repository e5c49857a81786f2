import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSearch } from '#app/events/search/write-search.server.ts'
import { indexWords } from '#app/events/search-words.ts'
import { testApp } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  const regional = await givenSeries(app.db, 'regional', 'regional')
  const given = async (title: string, event: Parameters<typeof givenEvent>[1]) => {
    const { id } = await givenEvent(app.db, { title, ...event })
    await writeSearch(app.db, [{ eventId: id, words: indexWords({ title: [title] }) }])
  }
  await given('Redes de Bogotá', { language: 'es', country: 'CO', city: 'Bogotá' })
  await given('نشر الإصدار السادس', { language: 'ar', country: 'JO', city: 'Amman', seriesId: regional.id })
  for (let at = 0; at < 30; at++) {
    const startsOn = `${1991 + at}-06-05`
    await given(`Past workshop ${at}`, { startsOn, country: 'KE', city: 'Nairobi', tickets: [] })
  }
})

afterAll(() => app.close())

const get = async (path: string) => await (await app.get(path)).text()

test('filters are a form, with what each would give, and what was chosen stays chosen', async () => {
  const html = await get('/events?country=CO')
  expect(html).toContain('1 upcoming event')
  expect(html).toMatch(/name="country" checked="" value="CO"\/> Colombia <small>1<\/small>/)
  expect(html).toMatch(/name="country" value="JO"\/> Jordan <small>1<\/small>/)
  expect(html).toContain('Redes de Bogotá')
  expect(html).not.toContain('نشر')
  expect(html).toMatch(/<a href="\/events"><span class="vh">Remove filter: <\/span><bdi>Colombia<\/bdi>/)
})

test('a search finds words without their accents, and keeps the filters that it was asked with', async () => {
  const html = await get('/events?q=bogota&country=CO')
  expect(html).toContain('Events matching “bogota”')
  expect(html).toContain('<h3><a href="/events/')
  expect(html).toContain('<input type="hidden" name="country" value="CO"/>')
  expect(html).toContain('<input type="hidden" name="q" value="bogota"/>')
  expect(html).toContain('<meta name="robots" content="noindex"/>')
})

test('a phrase in another script says its language and its direction', async () => {
  expect(await get('/events?series=regional')).toMatch(/lang="ar" dir="rtl">نشر الإصدار السادس<\/a>/)
  expect(await get('/ar/events?series=ntw')).toMatch(/lang="es" dir="ltr">Redes de Bogotá<\/a>/)
})

test('the past stands by year, page by page', async () => {
  const first = await get('/events?when=past')
  expect(first).toContain('30 past events')
  expect(first).toContain('Page 1 of 2')
  expect(first).toContain('<h2 id="m2020">2020</h2>')
  expect(first.match(/<li class="event"/g)).toHaveLength(25)
  expect(first).toContain('href="/events?when=past&amp;page=2" rel="next"')
  const second = await get('/events?when=past&page=2')
  expect(second).toContain('<h2 id="m1991">1991</h2>')
  expect(second.match(/<li class="event"/g)).toHaveLength(5)
})

test('a page beyond the last leads to the last, in the same language', async () => {
  const response = await app.get('/fr/events?when=past&page=9')
  expect([response.status, response.headers.get('Location')]).toEqual([302, '/fr/events?when=past&page=2'])
})

test('nothing found says why, and where there is something', async () => {
  const html = await get('/events?country=KE')
  expect(html).toContain('No events match these filters')
  expect(html).toContain('30 past events match.')
  expect(html).toContain('href="/events?country=KE&amp;when=past"')
  expect(html).toContain('Clear filters')
  expect(await get('/events?q=zebra')).toContain('We looked for every word of “zebra”')
})

test('the address that counts leaves out what says nothing', async () => {
  const html = await get('/events?when=upcoming&q=&from=&series=regional&series=ntw&colour=red')
  expect(html).toContain('<link rel="canonical" href="http://plenary.test/events?series=ntw&amp;series=regional"/>')
  expect(html).toContain('<h1>Training</h1>')
  expect(html).toContain('aria-current="true">Events</a>')
})

test('the same list is there for programs', async () => {
  const html = await get('/events?series=ntw')
  for (const file of ['/en/events.ics', '/en/events.atom', '/events.json'])
    expect(html).toContain(`href="${file}?series=ntw"`)
  expect(html).toContain('href="/calendar?series=ntw"')
})

test.each([
  '/events?q=%00%FF',
  `/events?q=${'x'.repeat(3000)}`,
  '/events?page=-1&from=99999',
  '/events?q=%22*%20OR%20(',
])('no query brings it down: %s', async (path) => {
  expect((await app.get(path)).status).toBe(200)
})
