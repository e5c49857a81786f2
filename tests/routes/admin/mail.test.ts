import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMailer, givenLinkMail, portsOf, theMessage } from '#tests/mail/a-mailer.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'

let app: Awaited<ReturnType<typeof testApp>>
let cookie: string

beforeEach(async () => {
  app = await testApp()
  cookie = await signIn('admin@example.org', true)
})
afterEach(() => app.close())

async function signIn(email: string, isAdministrator: boolean): Promise<string> {
  const roles = isAdministrator ? [{ role: 'administrator', scope: 'installation' } as const] : []
  const { accountId } = await givenAccount(app.db, email, roles)
  const token = await beginSignIn(app.db, { accountId, userAgent: null, earlierToken: null, now: NOW })
  return `plenary_sign_in=${token}`
}

const get = (path: string) => app.get(path, { headers: { Cookie: cookie } })
const post = (path: string, form: Record<string, string>) =>
  app.fetch(path, { method: 'POST', body: new URLSearchParams(form), headers: { Cookie: cookie } })

async function givenUndeliverable(email?: string) {
  await givenLinkMail(app.db, email)
  const { mailer } = aMailer(() => ({ state: 'refused', reason: 'EENVELOPE: 550 no such user' }))
  await deliverDue(app.db, portsOf(app.services, mailer), { now: NOW, limit: 100 })
}

test('what is undeliverable is shown with its reason, and tried again on request', async () => {
  await givenUndeliverable()
  const page = await (await get('/admin/mail')).text()
  expect(page).toContain('550 no such user')
  expect(page).toContain('zoe@example.org')
  const { id } = await theMessage(app.db)
  const answer = await post('/admin/mail', { message: id })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/admin/mail?done=again')
  expect(await theMessage(app.db)).toMatchObject({ state: 'waiting', attempts: 0, dueAt: NOW })
  const audit = await app.db
    .selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'message.tried-again')
    .execute()
  expect(audit).toMatchObject([{ actorKind: 'account', objectId: id }])
  expect(await (await get('/admin/mail?done=again')).text()).toContain('This mail is tried again now.')
})

test('a message that is no longer undeliverable is left alone', async () => {
  await givenLinkMail(app.db)
  const { id } = await theMessage(app.db)
  expect((await post('/admin/mail', { message: id })).headers.get('Location')).toBe('/admin/mail?done=not-again')
  expect((await post('/admin/mail', {})).headers.get('Location')).toBe('/admin/mail?done=not-again')
})

test('nobody but an administrator finds these pages', async () => {
  await givenUndeliverable()
  const { id } = await theMessage(app.db)
  cookie = await signIn('attendee@example.org', false)
  for (const path of ['/admin', '/admin/mail']) expect((await get(path)).status, path).toBe(404)
  expect((await post('/admin/mail', { message: id })).status).toBe(404)
  cookie = ''
  expect((await get('/admin')).headers.get('Location')).toBe('/signin?to=%2Fadmin')
  expect(await theMessage(app.db)).toMatchObject({ state: 'undeliverable' })
})

test('the installation tells how it is and what it runs on', async () => {
  app.services.readiness = () => Promise.resolve(null)
  const page = await (await get('/admin')).text()
  expect(page).toContain(process.versions.node)
  expect(page).toContain(process.versions.tz!)
  expect(page).toContain('every migration applied')
  expect(page).toContain('0 messages undeliverable')
  app.services.readiness = () => Promise.resolve('the database is not migrated')
  expect(await (await get('/admin')).text()).toContain('the database is not migrated')
})

test('one message and fifty take the same number of queries', async () => {
  let queries = 0
  const db = app.services.db.withPlugin({
    transformQuery: ({ node }) => {
      queries++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const counts: number[] = []
  for (const more of [1, 49]) {
    for (let number = 0; number < more; number++) await givenUndeliverable(`person-${more}-${number}@example.org`)
    const own = app.services.db
    app.services.db = db
    queries = 0
    expect((await get('/admin/mail')).status).toBe(200)
    counts.push(queries)
    app.services.db = own
  }
  expect(counts[0]).toBeGreaterThan(2)
  expect(counts[1]).toBe(counts[0])
})
