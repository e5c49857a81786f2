import { afterEach, expect, test } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { DEMONSTRATION_ACCOUNTS } from '#app/people/demonstration-accounts.ts'
import { seedDemonstrationAccounts } from '#app/people/seed-demonstration-accounts.server.ts'

let app: Awaited<ReturnType<typeof testApp>>

afterEach(() => app.close())

test.each(DEMONSTRATION_ACCOUNTS)('one click signs in as $name', async ({ name, fullName, start }) => {
  app = await testApp()
  await seedDemonstrationAccounts(app.db, { now: NOW })
  expect(await (await app.get('/signin')).text()).toContain(`value="${name}"`)
  const done = await app.post('/signin/demonstration', { as: name })
  expect([done.status, done.headers.get('Location')]).toEqual([303, start])
  expect(await (await app.get('/me')).text()).toContain(fullName)
})

test('the page that was asked for goes before the usual one', async () => {
  app = await testApp()
  await seedDemonstrationAccounts(app.db, { now: NOW })
  const done = await app.post('/fr/signin/demonstration', { as: 'organizer', to: '/organize/x' })
  expect(done.headers.get('Location')).toBe('/fr/organize/x')
  app.forgetCookies()
  const evil = await app.post('/signin/demonstration', { as: 'organizer', to: '//evil.example' })
  expect(evil.headers.get('Location')).toBe('/me')
})

test('nobody else can be become, and a link does nothing', async () => {
  app = await testApp()
  await seedDemonstrationAccounts(app.db, { now: NOW })
  for (const as of ['', 'nobody', 'constructor', 'administrator@plenary.example']) {
    const done = await app.post('/signin/demonstration', { as })
    expect([done.status, done.headers.getSetCookie()]).toEqual([404, []])
  }
  expect((await app.get('/signin/demonstration?as=administrator')).status).toBe(404)
})

test('production offers and accepts none, even where the accounts exist', async () => {
  app = await testApp({
    PLENARY_MODE: 'production',
    SESSION_SECRET: 'a secret of a test that is long enough',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'plenary@plenary.test',
    STRIPE_SECRET_KEY: 'sk_test_000000',
    STRIPE_WEBHOOK_SECRET: 'whsec_000000',
  })
  await seedDemonstrationAccounts(app.db, { now: NOW })
  const text = await (await app.get('/signin')).text()
  expect(text).not.toContain('/signin/demonstration')
  const done = await app.post('/signin/demonstration', { as: 'administrator' })
  expect([done.status, done.headers.getSetCookie()]).toEqual([404, []])
})
