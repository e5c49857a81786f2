import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { createAdministrator } from '#app/people/create-administrator.server.ts'
import { grantRole } from '#app/people/grant-role.server.ts'
import type { HeldRole } from '#app/people/rights.ts'
import { revokeRole } from '#app/people/revoke-role.server.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
})

afterAll(() => services.close())

const actor = { kind: 'operator' as const }

function rolesOf(accountId: string) {
  return services.db.selectFrom('roles').selectAll().where('accountId', '=', accountId).execute()
}

function auditOf(accountId: string) {
  return services.db
    .selectFrom('auditEntries')
    .select(['action', 'before', 'after', 'eventId'])
    .where('objectId', '=', accountId)
    .orderBy('id')
    .execute()
}

test('an administrator is created with an account, and creating again changes nothing', async () => {
  const first = await createAdministrator(services.db, { email: 'admin@example.org', now: NOW })
  const again = await createAdministrator(services.db, { email: 'Admin@example.org', now: NOW })
  expect(again).toEqual(first)
  const accountId = first.ok ? first.value.accountId : ''
  expect(await rolesOf(accountId)).toMatchObject([{ role: 'administrator', scope: 'installation', scopeId: '' }])
  expect((await auditOf(accountId)).map(({ action }) => action).toSorted()).toEqual(['account.opened', 'role.granted'])
})

test('a role is granted and revoked, and the audit tells both without a name or an address', async () => {
  const event = await givenEvent(services.db)
  const { accountId } = await givenAccount(services.db, 'teacher@example.org')
  const role = { role: 'instructor' as const, scope: 'event' as const, scopeId: event.id, trackId: 't2' }
  await grantRole(services.db, { email: 'teacher@example.org', language: 'en', ...role, actor, now: NOW })
  expect(await rolesOf(accountId)).toMatchObject([role])
  await revokeRole(services.db, { accountId, ...role, actor, now: NOW })
  await revokeRole(services.db, { accountId, ...role, actor, now: NOW })
  expect(await rolesOf(accountId)).toEqual([])
  const audit = await auditOf(accountId)
  expect(audit.map(({ action }) => action).toSorted()).toEqual(['role.granted', 'role.revoked'])
  expect(audit.every(({ eventId }) => eventId === event.id)).toBe(true)
  expect(JSON.stringify(audit)).not.toContain('teacher@')
})

test.each<Partial<HeldRole> & Pick<HeldRole, 'role' | 'scope'>>([
  { role: 'administrator', scope: 'series', scopeId: 's' },
  { role: 'organizer', scope: 'installation' },
  { role: 'organizer', scope: 'series' },
  { role: 'organizer', scope: 'event', scopeId: 'e', trackId: 't' },
  { role: 'instructor', scope: 'series', scopeId: 's', trackId: 't' },
  { role: 'instructor', scope: 'installation', scopeId: 'x' },
])('$role on $scope $scopeId $trackId is no role', async (role) => {
  const granted = await grantRole(services.db, {
    email: 'nobody@example.org',
    language: 'en',
    ...role,
    actor,
    now: NOW,
  })
  expect(granted).toMatchObject({ ok: false, refusals: [{ code: 'role-scope' }] })
  const opened = await services.db
    .selectFrom('accounts')
    .selectAll()
    .where('emailKey', '=', 'nobody@example.org')
    .execute()
  expect(opened).toEqual([])
})
