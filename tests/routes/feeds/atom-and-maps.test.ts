import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { sitemap, sitemapIndex } from '#app/events/sitemap.ts'
import { xml } from '#app/events/xml.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

describe('the Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of its entries', async () => {
    const event = await givenEvent(app.db, {
      title: 'R&D <i>now</i> \u0001',
      isSample: 1,
      updatedAt: '2026-11-22T00:00:00.000Z',
    })
    const response = await app.get('/fr/events.atom?country=RW&page=3')
    const text = await response.text()
    expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
    expect(text).toContain('<id>http://plenary.test/events.atom?country=RW</id>')
    expect(text).toContain(
      '<link rel="self" type="application/atom+xml" href="http://plenary.test/fr/events.atom?country=RW"/>',
    )
    expect(text).toContain('<updated>2026-11-22T00:00:00.000Z</updated>')
    expect(text).toContain(`<id>urn:uuid:${event.id}</id>`)
    expect(text).toContain('<title>R&amp;D &lt;i&gt;now&lt;/i&gt;  (exemple)</title>')
    expect(text).toContain('<author><name>')
    const again = await app.get('/fr/events.atom?country=RW', {
      headers: { 'If-None-Match': response.headers.get('ETag')! },
    })
    expect(again.status).toBe(304)
  })

  it('leaves drafts out and is well formed without entries', async () => {
    await givenEvent(app.db, { status: 'draft', country: 'TO' })
    const text = await (await app.get('/events.atom?country=TO')).text()
    expect(text).not.toContain('<entry>')
    expect(text).toMatch(/<updated>1970-01-01T00:00:00.000Z<\/updated>[\s\S]*<\/feed>\n$/)
  })
})

describe('the map of the site', () => {
  it('lists public events in every language, and no drafts', async () => {
    const event = await givenEvent(app.db)
    const draft = await givenEvent(app.db, { status: 'draft' })
    const response = await app.get('/sitemap.xml')
    const text = await response.text()
    expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
    expect(text).toContain(`<loc>http://plenary.test/events/${event.slug}</loc>`)
    expect(text).toContain(`hreflang="ar" href="http://plenary.test/ar/events/${event.slug}"`)
    expect(text).toContain('<loc>http://plenary.test/series/ntw</loc>')
    expect(text).not.toContain(draft.slug)
  })

  it('has pages, and none beyond the last', async () => {
    expect((await app.get('/sitemap.xml?page=1')).status).toBe(200)
    for (const page of ['2', '0', '-1', 'x', '99999'])
      expect((await app.get(`/sitemap.xml?page=${page}`)).status).toBe(404)
    expect(sitemapIndex('https://e.org', 2)).toContain('<loc>https://e.org/sitemap.xml?page=2</loc>')
    expect(sitemap('https://e.org', [{ path: '/' }])).toContain('href="https://e.org/fr"')
  })
})

it('robots.txt keeps persons out of search engines and calendars in', async () => {
  const text = await (await app.get('/robots.txt')).text()
  expect(text).toContain('Disallow: /fr/orders\n')
  expect(text).toContain('Sitemap: http://plenary.test/sitemap.xml\n')
  expect(text).not.toMatch(/Disallow: .*(events|series|calendar)/)
})

it('text for XML keeps what XML can say', () => {
  expect(xml('a\u0000b\uFFFEc <&"> 😀 \uD800d')).toBe('abc &lt;&amp;&quot;&gt; 😀 d')
})
