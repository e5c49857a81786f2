import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { givenOrder } from './given-order.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { findSignedIn } from '#app/people/find-signed-in.server.ts'
import { openSignInLink } from '#app/people/open-sign-in-link.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices()
})

afterEach(() => services.close())

const actor = { kind: 'operator' as const }

/** Every row of every table, as one text. */
async function everything(): Promise<string> {
  const tables = await services.db.introspection.getTables()
  const rows = []
  for (const { name } of tables)
    rows.push(
      await services.db
        .selectFrom(name as 'people')
        .selectAll()
        .execute(),
    )
  return JSON.stringify(rows)
}

async function requestLink(email: string): Promise<string> {
  await requestSignInLink(services.db, {
    email,
    language: 'en',
    returnTo: '/me',
    clientAddress: '192.0.2.1',
    now: NOW,
  })
  const { id } = await services.db
    .selectFrom('signInLinks')
    .select('id')
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

test('nothing that names the person is left in any table, and what is left still adds up', async () => {
  const event = await givenEvent(services.db)
  await givenAccount(services.db, 'amina@example.org', [{ role: 'organizer', scope: 'event', scopeId: event.id }])
  const { orderId, registrationIds } = await givenOrder(services.db, event, 'Amina@example.org', [
    { email: 'amina@example.org', fullName: 'Amina Example' },
    { email: 'guest@example.org', fullName: 'Guest Example' },
  ])
  await services.db
    .insertInto('questions')
    .values({
      id: 'question-1',
      eventId: event.id,
      code: 'diet',
      position: 0,
      kind: 'text',
      isRequired: 0,
      purpose: '',
      audience: 'organizers',
      eraseOn: null,
      isRetired: 0,
    })
    .execute()
  for (const [at, registrationId] of registrationIds.entries())
    await services.db
      .insertInto('answers')
      .values({ registrationId, questionId: 'question-1', value: `answer ${at}` })
      .execute()
  const opened = await openSignInLink(services.db, {
    linkId: await requestLink('amina@example.org'),
    userAgent: 'Firefox/145.0',
    earlierToken: null,
    now: NOW,
  })
  await requestLink('amina@example.org')

  const erased = await erasePerson(services.db, { email: ' AMINA@example.org', actor, now: NOW })

  expect(erased).toEqual({ ok: true, value: { people: 3, accounts: 1, registrations: 1, messages: 2 } })
  const left = await everything()
  expect(left.toLowerCase()).not.toContain('amina')
  expect(left).not.toContain('answer 0')
  expect(left).toContain('answer 1')
  expect(left).toContain('Guest Example')
  const order = await services.db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirst()
  expect(order).toBeDefined()
  const states = await services.db.selectFrom('registrations').select('state').execute()
  expect(states).toEqual([{ state: 'confirmed' }, { state: 'confirmed' }])
  const token = opened.ok ? opened.value.token : ''
  expect(await findSignedIn(services.db, { token, now: NOW, mayDemonstrate: true })).toBeNull()
  const messages = await services.db.selectFrom('messages').select(['state', 'recipientEmail']).execute()
  expect(messages).toEqual([
    { state: 'withdrawn', recipientEmail: '' },
    { state: 'withdrawn', recipientEmail: '' },
  ])
})

test('the audit stays whole and tells of the erasure', async () => {
  const { accountId } = await givenAccount(services.db, 'amina@example.org')
  await openSignInLink(services.db, {
    linkId: await requestLink('amina@example.org'),
    userAgent: null,
    earlierToken: null,
    now: NOW,
  })
  const before = await services.db.selectFrom('auditEntries').select('id').execute()
  await erasePerson(services.db, { email: 'amina@example.org', actor, now: NOW })
  const after = await services.db.selectFrom('auditEntries').select(['id', 'action', 'objectId']).execute()
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  expect(after).toContainEqual(expect.objectContaining({ action: 'account.erased', objectId: accountId }))
})

test('the address is free again', async () => {
  const { accountId } = await givenAccount(services.db, 'amina@example.org')
  await erasePerson(services.db, { email: 'amina@example.org', actor, now: NOW })
  const opened = await openSignInLink(services.db, {
    linkId: await requestLink('amina@example.org'),
    userAgent: null,
    earlierToken: null,
    now: NOW,
  })
  const token = opened.ok ? opened.value.token : ''
  const found = await findSignedIn(services.db, { token, now: NOW, mayDemonstrate: false })
  expect(found).not.toBeNull()
  expect(found!.accountId).not.toBe(accountId)
})

test('an unknown address is said to be unknown', async () => {
  expect(await erasePerson(services.db, { email: 'nobody@example.org', actor, now: NOW })).toEqual({
    ok: false,
    refusals: [{ code: 'person-unknown' }],
  })
})
