import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { mailedLink } from './mailed-link.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newToken } from '#app/values/secret.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

async function signIn(email: string, to = ''): Promise<Response> {
  await app.post('/signin', { email, to })
  return await app.post(await mailedLink(app, email), {})
}

async function whoami(): Promise<string> {
  const page = await app.get('/me')
  return page.status === 200 ? await page.text() : `${page.status} ${page.headers.get('Location')}`
}

/** What differs by itself: the address typed and the number of the request. */
async function answerTo(email: string) {
  const began = performance.now()
  const page = await app.post('/signin', { email, to: '' })
  const milliseconds = performance.now() - began
  const text = (await page.text()).replaceAll(email, 'ADDRESS').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'NUMBER')
  const headers = [...page.headers].filter(([name]) => name !== 'x-request-id')
  return { milliseconds, answer: { status: page.status, text, headers } }
}

function median(all: number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)]!
}

describe('the whole way', () => {
  test('an address, a mail, a button, and one is signed in', async () => {
    const page = await app.get('/signin')
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    const sent = await app.post('/signin', { email: 'amina@example.org', to: '' })
    expect([sent.status, sent.headers.getSetCookie()]).toEqual([200, []])
    expect(await sent.text()).toContain('amina@example.org')
    const link = await mailedLink(app, 'amina@example.org')
    const confirm = await app.get(link)
    expect(await confirm.text()).toContain('amina@example.org')
    const done = await app.post(link, {})
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/me'])
    expect(done.headers.getSetCookie()[0]).toMatch(
      /^plenary_sign_in=[\w-]{32}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    )
    expect(await whoami()).toContain('amina@example.org')
  })

  test('in French, the pages and the way back are French', async () => {
    await app.post('/fr/signin', { email: 'luc@example.org', to: '/teach' })
    const link = await mailedLink(app, 'luc@example.org')
    expect(await (await app.get(`/fr${link}`)).text()).toContain('lang="fr"')
    expect((await app.post(`/fr${link}`, {})).headers.get('Location')).toBe('/fr/teach')
  })

  test('who is signed in already is led on', async () => {
    await signIn('amina@example.org')
    const page = await app.get('/signin?to=/teach')
    expect([page.status, page.headers.get('Location')]).toEqual([303, '/teach'])
  })

  test('a page that asks for it leads to the sign-in and back', async () => {
    const sent = await app.get('/organize/some-event')
    expect(sent.headers.get('Location')).toBe('/signin?to=%2Forganize%2Fsome-event')
    expect(await (await app.get('/signin?to=%2Forganize%2Fsome-event')).text()).toContain(
      'value="/organize/some-event"',
    )
    const done = await signIn('amina@example.org', '/organize/some-event')
    expect(done.headers.get('Location')).toBe('/organize/some-event')
  })
})

describe('the link', () => {
  test('following it, as mail scanners do, uses nothing and says nothing to other sites', async () => {
    await app.post('/signin', { email: 'amina@example.org' })
    const link = await mailedLink(app, 'amina@example.org')
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await app.fetch(link, { method })
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
      expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(page.headers.get('Cache-Control')).toBe('no-store')
    }
    expect((await app.post(link, {})).status).toBe(303)
  })

  test('its button works as browsers send it from a page without referrer', async () => {
    await app.post('/signin', { email: 'amina@example.org' })
    const link = await mailedLink(app, 'amina@example.org')
    for (const prefix of ['', '/fr']) {
      const headers = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }
      const done = await app.fetch(prefix + link, { method: 'POST', body: new URLSearchParams(), headers })
      expect(done.status).toBe(prefix === '' ? 303 : 410)
    }
    expect(await whoami()).toContain('amina@example.org')
  })

  test('works on another device than the one that asked', async () => {
    await app.post('/signin', { email: 'amina@example.org' })
    const link = await mailedLink(app, 'amina@example.org')
    app.forgetCookies()
    await app.post(link, {})
    expect(await whoami()).toContain('amina@example.org')
  })

  test.each<[string, (link: string) => Promise<string>]>([
    [
      'used',
      async (link) => {
        await app.post(link, {})
        app.forgetCookies()
        return link
      },
    ],
    [
      'expired',
      (link) => {
        app.setNow(addMinutes(NOW, 15))
        return Promise.resolve(link)
      },
    ],
    ['forged', (link) => Promise.resolve(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)],
    ['of another link', (link) => Promise.resolve(link.replace(/[0-9a-f]{4}\./, 'ffff.'))],
    ['shortened', (link) => Promise.resolve(link.slice(0, 50))],
  ])('%s: the same helpful page, and nobody is signed in', async (_name, spoil) => {
    await app.post('/signin', { email: 'amina@example.org' })
    const link = await spoil(await mailedLink(app, 'amina@example.org'))
    for (const page of [await app.get(link), await app.post(link, {})]) {
      expect([page.status, page.headers.getSetCookie()]).toEqual([410, []])
      const text = await page.text()
      expect(text).toContain('This link no longer works')
      expect(text).toContain('action="/signin"')
      expect(text).not.toContain('amina@example.org')
    }
    expect(await whoami()).toBe('303 /signin?to=%2Fme')
  })

  test.each(['%00', '%2f', 'x'.repeat(3000)])('nonsense (%s) is told so', async (token) => {
    expect([400, 404, 410]).toContain((await app.get(`/signin/link/${token}`)).status)
  })

  test('a token brought along is never taken over, and one that was valid ends', async () => {
    const planted = newToken()
    const cookie = { Cookie: `plenary_sign_in=${planted}` }
    await app.post('/signin', { email: 'amina@example.org' })
    const link = await mailedLink(app, 'amina@example.org')
    const done = await app.fetch(link, { method: 'POST', body: new URLSearchParams(), headers: cookie })
    expect(done.headers.getSetCookie()[0]).not.toContain(planted)
    const first = /plenary_sign_in=([\w-]+)/.exec(done.headers.getSetCookie()[0]!)![1]!
    await app.post('/signin', { email: 'other@example.org' })
    await app.post(await mailedLink(app, 'other@example.org'), {})
    app.forgetCookies()
    const stolen = await app.fetch('/me', { headers: { Cookie: `plenary_sign_in=${first}` } })
    expect(stolen.status).toBe(303)
  })
})

describe('nothing tells a stranger whether an address is known', () => {
  test('status, headers and body are equal, and so is the time', async () => {
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    for (let at = 0; at < 20; at++) {
      await givenAccount(app.db, `known${at}@example.org`, [{ role: 'administrator', scope: 'installation' }])
      const known = await answerTo(`known${at}@example.org`)
      const unknown = await answerTo(`nobody${at}@example.org`)
      expect(known.answer).toEqual(unknown.answer)
      times.known.push(known.milliseconds)
      times.unknown.push(unknown.milliseconds)
    }
    expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.4)
    expect(median(times.known) / median(times.unknown)).toBeLessThan(2.5)
  })

  test('a disabled account gets the same answer', async () => {
    const { accountId } = await givenAccount(app.db, 'known@example.org')
    await app.db.updateTable('accounts').set({ isDisabled: 1 }).where('id', '=', accountId).execute()
    expect((await answerTo('known@example.org')).answer).toEqual((await answerTo('nobody@example.org')).answer)
  })
})

describe('what cannot be', () => {
  test('an address that is none comes back as typed, with what to do', async () => {
    const page = await app.post('/signin', { email: 'amina@', to: '/teach' })
    const text = await page.text()
    expect(page.status).toBe(422)
    expect(text).toContain('value="amina@"')
    expect(text).toContain('value="/teach"')
    expect(text).toContain('Enter an email address')
    expect(await app.db.selectFrom('messages').selectAll().execute()).toEqual([])
  })

  test('the sixth link is one too many: 429, what to do, and the address still there', async () => {
    for (let at = 0; at < 5; at++) expect((await app.post('/signin', { email: 'amina@example.org' })).status).toBe(200)
    const page = await app.post('/signin', { email: 'amina@example.org', to: '/teach' })
    const text = await page.text()
    expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '900'])
    expect(text).toContain('value="amina@example.org"')
    expect(text).toContain('value="/teach"')
    expect(text).toContain('wait 15 minutes')
    expect((await app.post('/signin', { email: 'luc@example.org' })).status).toBe(200)
    app.setNow(addMinutes(NOW, 15))
    expect((await app.post('/signin', { email: 'amina@example.org' })).status).toBe(200)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example/..//x',
    '/.//evil.example',
  ])('the way back never leaves: %s', async (to) => {
    expect(await (await app.get(`/signin?${new URLSearchParams({ to })}`)).text()).not.toContain('value="//')
    const done = await signIn('amina@example.org', to)
    expect(new URL(done.headers.get('Location')!, 'http://plenary.test/signin').origin).toBe('http://plenary.test')
    const led = await app.get(`/signin?${new URLSearchParams({ to })}`)
    expect(new URL(led.headers.get('Location')!, 'http://plenary.test/signin').origin).toBe('http://plenary.test')
  })

  test.each([
    ['text/plain', 'email=amina@example.org', 415],
    ['application/json', '{"email":"amina@example.org"}', 415],
    ['multipart/form-data; boundary=x', 'nothing', 400],
  ])('a body of type %s gets 4xx', async (type, body, status) => {
    const page = await app.fetch('/signin', { method: 'POST', body, headers: { 'Content-Type': type } })
    expect(page.status).toBe(status)
  })
})
