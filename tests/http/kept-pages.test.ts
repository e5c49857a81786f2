import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { testFront, type WireAnswer } from '#tests/support/front.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'

let app: Awaited<ReturnType<typeof testFront>>
let slug: string
let moment = Date.parse(NOW)

beforeAll(async () => {
  app = await testFront()
  const event = await givenEvent(app.db, { tickets: [{ code: 'full', seats: 20, price: 10_000 }, { seats: 30 }] })
  slug = event.slug
})
afterAll(() => app.close())
beforeEach(async () => {
  moment += 10_000
  app.setNow(new Date(moment).toISOString())
  await bumpContentVersion(app.db)
  app.asked.length = 0
})

const READ = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }
const COOKIE = { Cookie: `plenary_sign_in=${'x'.repeat(32)}; other=1` }

/** Without what is of one answer alone. */
function same({ status, headers, text }: WireAnswer) {
  const { date: _, connection: __, 'keep-alive': ___, ...rest } = headers
  return { status, headers: rest, text }
}

describe('a page of the public', () => {
  const pages = () => [
    '/',
    '/fr',
    '/events',
    '/ar/events?series=ntw&when=all',
    '/events?q=routing',
    '/series/ntw',
    `/events/${slug}`,
    `/fr/events/${slug}`,
    `/events/${slug}/programme`,
    `/events/${slug}/programme/changes`,
    `/events/${slug}/awarded`,
    '/about/privacy',
    '/verify/how',
    '/events.json',
    `/events/${slug}.json`,
    '/schemas/event.json',
  ]

  it('is made once for everybody, is the same for who has a cookie, and says so itself', async () => {
    for (const path of pages()) {
      app.asked.length = 0
      const first = await app.get(path)
      expect([path, first.status]).toEqual([path, 200])
      const again = await app.get(path, { headers: { ...COOKIE, 'X-Forwarded-For': '192.0.2.9', 'User-Agent': 'x' } })
      expect(same(again)).toEqual(same(first))
      expect(app.asked).toHaveLength(1)
      expect(first.headers['set-cookie']).toBeUndefined()
      expect(first.headers['cache-control']).toMatch(/^public, (no-cache|max-age=0)/)
      expect(first.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(first.headers['x-content-type-options']).toBe('nosniff')
      expect(first.headers['referrer-policy']).toBeTruthy()
      expect(first.headers.vary).toContain('Accept-Encoding')
      expect(/Accept-Language/.test(first.headers.vary!)).toBe(!/^\/(fr|ar)\b/.test(path))
      // An answer to many is the answer to no one request.
      expect([first.headers['x-request-id'], /[\da-f]{8}-[\da-f]{4}-4/.test(first.text)]).toEqual([undefined, false])
      expect(first.text).not.toContain('192.0.2')
    }
  })

  it('made again, from nothing, for somebody else, has the same bytes and the same tag', async () => {
    for (const path of pages()) {
      const first = await app.get(path)
      await bumpContentVersion(app.db)
      const again = await app.get(path, { headers: COOKIE })
      expect([again.text === first.text, again.headers.etag]).toEqual([true, first.headers.etag])
    }
    expect(app.asked).toHaveLength(2 * pages().length)
  })

  it('has a strong tag in each encoding, 304 to who knows it, and HEAD as GET', async () => {
    const path = `/events/${slug}`
    const tags = new Set<string>()
    const texts = new Set<string>()
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const headers = { 'Accept-Encoding': encoding }
      const got = await app.get(path, { headers })
      expect(got.headers['content-length']).toBe(String(got.body.length))
      texts.add(READ[encoding](got.body).toString())
      const etag = got.headers.etag!
      tags.add(etag)
      const known = await app.get(path, { headers: { ...headers, 'If-None-Match': etag } })
      expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, etag])
      expect(known.headers.vary).toBe(got.headers.vary)
      expect(known.headers['cache-control']).toBe(got.headers['cache-control'])
      const head = await app.get(path, { headers, method: 'HEAD' })
      expect({ ...same(head), text: '' }).toEqual({ ...same(got), text: '' })
    }
    expect([tags.size, texts.size]).toEqual([3, 1])
    expect([...tags].every((tag) => tag.startsWith('"'))).toBe(true)
    expect(app.asked).toHaveLength(1)
  })

  it('is in the language that the browser asks for, where its address names none', async () => {
    const ask = async (language: string) => {
      const { text } = await app.get('/events', { headers: { 'Accept-Language': language } })
      return /<html lang="(\w+)"/.exec(text)?.[1]
    }
    expect(await ask('fr-CA, en;q=0.5')).toBe('fr')
    expect(await ask('ar')).toBe('ar')
    expect(await ask('sw')).toBe('en')
    expect(await ask('fr')).toBe('fr')
    expect(app.asked).toHaveLength(3)
  })

  it('is one, however its address is written', async () => {
    const ways = ['/events?when=all&series=ntw', '/events?series=ntw&utm_source=x&when=all', '/events?series=ntw&series=ntw&when=all']
    const texts = await Promise.all(ways.map(async (path) => (await app.get(path)).text))
    expect(new Set(texts).size).toBe(1)
    expect(app.asked).toEqual(['/events?series=ntw&when=all'])
  }) // prettier-ignore

  it('is asked for again after a change by who may have made it, at once', async () => {
    const path = `/events/${slug}`
    await app.get(path)
    await app.db.updateTable('events').set({ city: 'Butare' }).where('slug', '=', slug).execute()
    await bumpContentVersion(app.db)
    expect((await app.get(path)).text).not.toContain('Butare')
    expect((await app.get(path, { headers: COOKIE })).text).toContain('Butare')
    expect((await app.get(path)).text).toContain('Butare')
  })
})

it('files for programs are made once as well', async () => {
  for (const path of ['/robots.txt', '/sitemap.xml', '/sitemap.xml?page=1', '/verify/keys.json']) {
    app.asked.length = 0
    const [first, again] = [await app.get(path), await app.get(path)]
    expect([path, first.status, again.text === first.text, app.asked]).toEqual([path, 200, true, [path]])
  }
})

describe('what is not kept', () => {
  it('nothing that is not there, and no way to another page', async () => {
    for (const path of ['/events/none', '/fr/about/none', '/events?page=900']) {
      const { status } = await app.get(path)
      await app.get(path)
      expect([path, status >= 300]).toEqual([path, true])
    }
    expect(app.asked).toHaveLength(6)
  })

  it('a page whose database is away is told as a fault, and comes back', async () => {
    const path = `/events/${slug}`
    await app.db.schema.alterTable('content_versions').renameTo('content_versions_gone').execute()
    moment += 10_000
    app.setNow(new Date(moment).toISOString())
    const away = await app.get(path, { headers: { 'Accept-Encoding': 'br' } })
    await app.db.schema.alterTable('content_versions_gone').renameTo('content_versions').execute()
    expect([away.status, away.headers.etag]).toEqual([500, undefined])
    expect((await app.get(path)).headers.etag).toBeDefined()
  })
})

describe('the form for registering', () => {
  const keyIn = (text: string) => /name="formKey" value="([\w-]{32})"/.exec(text)?.[1] ?? ''

  it('is made once, and every copy has a key of its own: a thousand answers, a thousand keys', async () => {
    const path = `/events/${slug}/register`
    const keys = new Set<string>()
    const pages = new Set<string>()
    for (let asked = 0; asked < 1000; asked++) {
      const encoding = (['br', 'gzip', 'identity'] as const)[asked % 3]!
      const got = await app.get(path, { headers: { 'Accept-Encoding': encoding } })
      expect(got.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
      expect(got.headers['content-length']).toBe(String(got.body.length))
      expect([got.headers['cache-control'], got.headers.etag]).toEqual(['no-store', undefined])
      const text = READ[encoding](got.body).toString()
      keys.add(keyIn(text))
      pages.add(text.replace(keyIn(text), ''))
    }
    expect([keys.size, pages.size, keys.has('')]).toEqual([1000, 1, false])
    expect(app.asked).toEqual([path])
  })

  it('is the page that the application would have made', async () => {
    const path = `/fr/events/${slug}/register?ticket=full`
    const [kept, made] = [await app.get(path), await app.getUnkept(path)]
    expect(kept.text.replace(keyIn(kept.text), '')).toBe(made.text.replace(keyIn(made.text), ''))
  })

  it('is made for one person where it may know them, or hold what is theirs', async () => {
    const path = `/events/${slug}/register`
    for (const query of ['?code=EARLY', '?offer=x&key=y', '?ticket=full&code=x']) await app.get(path + query)
    await app.get(path, { headers: COOKIE })
    await app.get(path, { headers: COOKIE })
    expect(app.asked).toHaveLength(5)
  })
})
