import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenOrder } from '#tests/people/given-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { mailedLink } from './mailed-link.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

async function signIn(email: string): Promise<void> {
  await app.post('/signin', { email })
  await app.post(await mailedLink(app, email), {})
  await app.db.deleteFrom('messages').execute()
}

test('one’s page shows orders with their key, seats elsewhere without one, and work', async () => {
  const series = await givenSeries(app.db)
  const event = await givenEvent(app.db, { title: 'Routing workshop' })
  await givenAccount(app.db, 'amina@example.org', [
    { role: 'organizer', scope: 'series', scopeId: series.id },
    { role: 'instructor', scope: 'event', scopeId: event.id },
  ])
  const own = await givenOrder(app.db, event, 'amina@example.org')
  const other = await givenOrder(app.db, event, 'boss@example.org', [{ email: 'amina@example.org' }])
  await signIn('amina@example.org')
  const page = await app.get('/me')
  const text = await page.text()
  const key = orderKey(app.services.config.secret, { id: own.orderId, keyVersion: 1 })
  expect(text).toContain(`href="/orders/${own.code}?key=${key}"`)
  expect(text).not.toContain(other.code)
  expect(text).toContain(`href="/events/${event.slug}"`)
  expect(text).toContain('href="/organize"')
  expect(text).toContain(`href="/teach/${event.slug}"`)
  expect(text).toContain('noindex')
  expect(page.headers.get('Cache-Control')).toBe('no-store')
})

test('the order links lead somewhere', async () => {
  const event = await givenEvent(app.db)
  await givenOrder(app.db, event, 'amina@example.org')
  await signIn('amina@example.org')
  const address = /href="(\/orders\/[^"]+)"/.exec(await (await app.get('/me')).text())![1]!
  expect((await app.get(address.replaceAll('&amp;', '&'))).status).toBe(200)
})

test('name, country and language are saved and shown', async () => {
  await signIn('amina@example.org')
  const saved = await app.post('/me', { fullName: '  نور\u00a0تجريبي ', country: 'EG', language: 'ar' })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/me?saved#about'])
  expect(await (await app.get('/me?saved')).text()).toContain('نور تجريبي')
  const people = await app.db.selectFrom('people').select(['fullName', 'country', 'language']).execute()
  expect(people).toEqual([{ fullName: 'نور تجريبي', country: 'EG', language: 'ar' }])
  await app.post('/me', { fullName: 'Nur', country: '', language: 'fr' })
  expect(await app.db.selectFrom('people').select('country').execute()).toEqual([{ country: null }])
})

test.each([
  [{ fullName: ' ', country: '', language: 'en' }, 'Fill in this field'],
  [{ fullName: 'x'.repeat(201), country: '', language: 'en' }, 'Use at most 200 characters'],
  [{ fullName: 'Amina', country: 'ZZ', language: 'en' }, 'Choose a country'],
  [{ fullName: 'Amina', country: '', language: 'xx' }, 'Choose one'],
])('%j comes back as typed', async (form, message) => {
  await signIn('amina@example.org')
  const page = await app.post('/me', form)
  const text = await page.text()
  expect(page.status).toBe(422)
  expect(text).toContain(message)
  expect(text).toContain(`value="${form.fullName}"`)
  expect(await app.db.selectFrom('people').select('fullName').execute()).toEqual([{ fullName: '' }])
})

test('a form sent after the sign-in ended changes nothing', async () => {
  await signIn('amina@example.org')
  app.setNow(addMinutes(NOW, 31 * 24 * 60))
  const page = await app.post('/me', { fullName: 'Amina', country: '', language: 'en' })
  expect([page.status, page.headers.get('Location')]).toEqual([303, '/signin?to=%2Fme'])
  expect(await app.db.selectFrom('people').select('fullName').execute()).toEqual([{ fullName: '' }])
})

test('signing out takes the cookie back and ends the sign-in', async () => {
  await signIn('amina@example.org')
  const out = await app.post('/signout', {})
  expect(out.headers.getSetCookie()).toEqual(['plenary_sign_in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
  expect((await app.get('/me')).status).toBe(303)
  const ended = await app.db.selectFrom('signIns').select('endedAt').execute()
  expect(ended).toEqual([{ endedAt: NOW }])
  expect((await app.post('/signout', {})).status).toBe(303)
})

test('signing out everywhere ends the sign-ins of other devices', async () => {
  await signIn('amina@example.org')
  app.forgetCookies()
  await signIn('amina@example.org')
  expect((await app.get('/signout')).headers.get('Location')).toBe('/me')
  expect((await app.get('/me')).status).toBe(200)
  await app.post('/signout/everywhere', {})
  const left = await app.db.selectFrom('signIns').select('id').where('endedAt', 'is', null).execute()
  expect(left).toEqual([])
})

test('a stranger cannot sign anybody out everywhere', async () => {
  const out = await app.post('/signout/everywhere', {})
  expect(out.headers.get('Location')).toBe('/signin?to=%2Fsignout%2Feverywhere')
})

test.each(['0', '-3', 'x', '1e9', '99999999999999999999', '2'])('page %s is a page', async (page) => {
  await signIn('amina@example.org')
  expect((await app.get(`/me?page=${page}`)).status).toBe(200)
})

test('one order and fifty take the same number of queries', async () => {
  const event = await givenEvent(app.db)
  await signIn('amina@example.org')
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  app.services.db = app.db.withPlugin(counter)
  const queriesOf = async () => {
    count = 0
    expect((await app.get('/me')).status).toBe(200)
    return count
  }
  await givenOrder(app.db, event, 'amina@example.org')
  await givenOrder(app.db, event, 'boss@example.org', [{ email: 'amina@example.org' }])
  const one = await queriesOf()
  for (let at = 0; at < 49; at++) {
    const another = await givenEvent(app.db)
    await givenOrder(app.db, another, 'amina@example.org')
    await givenOrder(app.db, another, 'boss@example.org', [{ email: 'amina@example.org' }])
  }
  expect(one).toBeGreaterThan(3)
  expect(await queriesOf()).toBe(one)
})
