import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { findSignedIn } from '#app/people/find-signed-in.server.ts'
import { openSignInLink } from '#app/people/open-sign-in-link.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'
import { signOutEverywhere } from '#app/people/sign-out-everywhere.server.ts'
import { signOut } from '#app/people/sign-out.server.ts'
import { addDays, addMinutes, addSeconds, type Instant } from '#app/values/moment.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices()
})

afterEach(() => services.close())

const mailed = new Set<string>()

async function linkTo(email: string, now: Instant = NOW): Promise<string> {
  const asked = await requestSignInLink(services.db, {
    email,
    language: 'fr',
    returnTo: '/teach',
    clientAddress: '192.0.2.7',
    now,
  })
  expect(asked.ok).toBe(true)
  const rows = await services.db.selectFrom('messages').select('subjectId').execute()
  const { subjectId } = rows.find((row) => !mailed.has(row.subjectId))!
  mailed.add(subjectId)
  return subjectId
}

function open(linkId: string, now: Instant = NOW, earlierToken: string | null = null) {
  return openSignInLink(services.db, { linkId, userAgent: 'Mozilla/5.0 (Windows) Firefox/145.0', earlierToken, now })
}

async function signIn(email: string, now: Instant = NOW): Promise<string> {
  const opened = await open(await linkTo(email, now), now)
  if (!opened.ok) throw new Error('not opened')
  return opened.value.token
}

function after(days: number): Instant {
  return `${addDays('2026-11-21', days)}T12:00:00.000Z`
}

function find(token: string, now: Instant = NOW, mayDemonstrate = false) {
  return findSignedIn(services.db, { token, now, mayDemonstrate })
}

test('a link signs in to the account of its address, whatever its case', async () => {
  const { accountId } = await givenAccount(services.db, 'amina@example.org')
  const opened = await open(await linkTo('Amina@Example.org'))
  expect(opened).toMatchObject({ ok: true, value: { returnTo: '/teach' } })
  const token = opened.ok ? opened.value.token : ''
  expect(await find(token)).toMatchObject({ accountId, email: 'amina@example.org' })
})

test('a link to an unknown address opens an account, once', async () => {
  const [one, other] = [await linkTo('new@example.org'), await linkTo('new@example.org')]
  await Promise.all([open(one), open(other)])
  const accounts = await services.db.selectFrom('accounts').selectAll().execute()
  const people = await services.db.selectFrom('people').selectAll().execute()
  expect(accounts).toHaveLength(1)
  expect(people).toMatchObject([{ id: accounts[0]!.personId, fullName: '', language: 'fr' }])
})

test('a link works once, whoever comes at the same time', async () => {
  const linkId = await linkTo('amina@example.org')
  const opened = await Promise.all(Array.from({ length: 5 }, () => open(linkId)))
  expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await open(linkId)).toMatchObject({ ok: false, refusals: [{ code: 'link-over' }] })
  expect(await services.db.selectFrom('signIns').selectAll().execute()).toHaveLength(1)
})

test('a link works for 15 minutes', async () => {
  const linkId = await linkTo('amina@example.org')
  expect((await open(linkId, addMinutes(NOW, 15))).ok).toBe(false)
  expect((await open(linkId, addSeconds(NOW, 15 * 60 - 1))).ok).toBe(true)
})

test('a link of a disabled account stays unused and signs nobody in', async () => {
  const { accountId } = await givenAccount(services.db, 'amina@example.org')
  await services.db.updateTable('accounts').set({ isDisabled: 1 }).where('id', '=', accountId).execute()
  expect((await open(await linkTo('amina@example.org'))).ok).toBe(false)
  expect(await services.db.selectFrom('signIns').selectAll().execute()).toEqual([])
})

test('neither token nor key nor raw browser string is stored', async () => {
  const token = await signIn('amina@example.org')
  const stored = JSON.stringify([
    await services.db.selectFrom('signIns').selectAll().execute(),
    await services.db.selectFrom('signInLinks').selectAll().execute(),
    await services.db.selectFrom('messages').selectAll().execute(),
    await services.db.selectFrom('auditEntries').selectAll().execute(),
  ])
  expect(stored).not.toContain(token)
  expect(stored).toContain('Firefox, Windows')
  expect(stored).not.toContain('Mozilla')
})

test('a sign-in slides 30 days from when it was last seen', async () => {
  const token = await signIn('amina@example.org')
  expect(await find(token, after(29))).not.toBeNull()
  expect(await find(token, after(58))).not.toBeNull()
  expect(await find(token, after(88))).toBeNull()
})

test('being seen again within the hour writes nothing', async () => {
  const token = await signIn('amina@example.org')
  await find(token, addMinutes(NOW, 59))
  const { lastSeenAt } = await services.db.selectFrom('signIns').select('lastSeenAt').executeTakeFirstOrThrow()
  expect(lastSeenAt).toBe(NOW)
})

test('signing in ends what the browser was signed in with before', async () => {
  const earlier = await signIn('one@example.org')
  const opened = await open(await linkTo('other@example.org'), NOW, earlier)
  expect(opened.ok && opened.value.token).not.toBe(earlier)
  expect(await find(earlier)).toBeNull()
})

test('signing out ends this sign-in, everywhere ends all and the links on their way', async () => {
  const [one, other, third] = [
    await signIn('amina@example.org'),
    await signIn('amina@example.org'),
    await signIn('amina@example.org'),
  ]
  const who = (await find(one))!
  await signOut(services.db, { ...who, now: NOW })
  expect([await find(one), (await find(other))?.accountId]).toEqual([null, who.accountId])
  const waiting = await linkTo('amina@example.org')
  await signOutEverywhere(services.db, {
    accountId: who.accountId,
    actor: { kind: 'account', id: who.accountId },
    now: NOW,
  })
  expect([await find(other), await find(third), (await open(waiting)).ok]).toEqual([null, null, false])
})

test('a demonstration account is nobody where demonstrations may not be', async () => {
  const { accountId } = await givenAccount(services.db, 'attendee@plenary.example')
  await services.db.updateTable('accounts').set({ isDemonstration: 1 }).where('id', '=', accountId).execute()
  const token = await signIn('attendee@plenary.example')
  expect([await find(token, NOW, false), (await find(token, NOW, true))?.accountId]).toEqual([null, accountId])
})

test('the sixth link within a quarter of an hour is refused, for known and unknown addresses alike', async () => {
  await givenAccount(services.db, 'known@example.org')
  for (const email of ['known@example.org', 'stranger@example.org']) {
    for (let at = 0; at < 5; at++) await linkTo(email)
    const asked = await requestSignInLink(services.db, {
      email,
      language: 'en',
      returnTo: '/me',
      clientAddress: '192.0.2.8',
      now: NOW,
    })
    expect(asked).toEqual({ ok: false, refusals: [{ code: 'too-many-links', details: { minutes: 15 } }] })
  }
})

test('the message of a link tells nothing about the account', async () => {
  await givenAccount(services.db, 'known@example.org')
  await linkTo('known@example.org')
  await linkTo('stranger@example.org')
  const rows = await services.db
    .selectFrom('messages')
    .select(['template', 'recipientName', 'language', 'props', 'occasion', 'state'])
    .execute()
  expect(rows[0]).toEqual(rows[1])
})
