import { expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent, givenSeries } from '#tests/support/given.ts'

test('the front page of an empty house says so', async () => {
  const app = await testApp()
  const response = await app.get('/')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain('Nothing is announced at the moment.')
  expect(html).toContain('Saturday, 21 November 2026 (UTC)')
  expect(html).not.toContain('class="feature')
  await app.close()
})

test('the front page shows the next flagship, what is ahead by month, and how to subscribe', async () => {
  const app = await testApp()
  const inet = await givenSeries(app.db, 'inet', 'inet')
  const { slug } = await givenEvent(app.db, {
    seriesId: inet.id,
    title: 'INET 2027 Kigali',
    startsOn: '2027-06-21',
    format: 'hybrid',
    isSample: 1,
    tickets: [{ seats: 100, price: 45_000 }],
  })
  await givenEvent(app.db, { title: 'Routing <workshop>', startsOn: '2027-02-01', status: 'published' })
  await givenEvent(app.db, { title: 'Nobody may know', status: 'draft' })
  const html = await (await app.get('/')).text()
  expect(html).toContain('2 gatherings ahead, in one country and online.')
  expect(html).toContain('<article class="feature poster split" data-series="inet">')
  expect(html).toContain(
    `<a class="btn go" href="/events/${slug}/register">Register<span class="vh"> for INET 2027 Kigali`,
  )
  expect(html).toMatch(/id="m2027-02">February 2027<\/h2><small>1 event<\/small>/)
  expect(html.indexOf('February 2027')).toBeLessThan(html.indexOf('June 2027'))
  expect(html).toContain('Routing &lt;workshop&gt;')
  expect(html).toContain('Kigali, Rwanda and online')
  expect(html).toContain('From \u2068US$450\u2069 · 100 seats left')
  expect(html).toContain('· Sample</p>')
  expect(html).toContain('href="/calendar"')
  expect(html).not.toContain('Nobody may know')
  await app.close()
})

test('every language has its own address and knows of the others', async () => {
  const app = await testApp()
  await givenEvent(app.db)
  const html = await (await app.get('/fr')).text()
  expect(html).toContain('<html lang="fr" dir="ltr">')
  expect(html).toContain('<link rel="canonical" href="http://plenary.test/fr"/>')
  expect(html).toContain('<link rel="alternate" hrefLang="ar" href="http://plenary.test/ar"/>')
  expect(html).toContain('<link rel="alternate" hrefLang="x-default" href="http://plenary.test/"/>')
  expect(html).toContain('<a href="/ar" hrefLang="ar" lang="ar" dir="rtl">العربية</a>')
  expect(html).toMatch(/<h3><a href="\/fr\/events\/[^"]+" lang="en">Routing workshop<\/a>/)
  await app.close()
})

test('of many series four stand large, those first that have something ahead, and the others by name', async () => {
  const app = await testApp()
  for (const slug of ['one', 'two', 'three', 'four', 'five']) await givenSeries(app.db, slug, 'plain')
  const late = await givenSeries(app.db, 'late', 'plain')
  await givenEvent(app.db, { seriesId: late.id, startsOn: '2027-02-01' })
  const html = await (await app.get('/')).text()
  const [large, small] = html.split('aria-label="More series">')
  const among = (part: string) => [...part.matchAll(/href="\/series\/([a-z]+)"/g)].map((match) => match[1])
  expect(among(large!.slice(large!.indexOf('id="series"')))).toHaveLength(4)
  expect(among(large!)).toContain('late')
  expect(among(small!)).toHaveLength(2)
  await app.close()
})
