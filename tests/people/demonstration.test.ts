import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent, givenSeries } from '#tests/support/given.ts'
import { DEMONSTRATION_ACCOUNTS } from '#app/people/demonstration-accounts.ts'
import { hasDemonstrationAccounts, readyDemonstrations } from '#app/people/queries.server.ts'
import { seedDemonstrationAccounts } from '#app/people/seed-demonstration-accounts.server.ts'
import { signInAsDemonstration } from '#app/people/sign-in-as-demonstration.server.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
})

afterAll(() => services.close())

function become(name: string) {
  return signInAsDemonstration(services.db, { name, userAgent: null, earlierToken: null, now: NOW })
}

function countRows() {
  return Promise.all(
    (['accounts', 'people', 'roles', 'auditEntries'] as const).map(
      async (table) => (await services.db.selectFrom(table).select('id').execute()).length,
    ),
  )
}

test('before seeding nobody can be become', async () => {
  await givenAccount(services.db, 'organizer@example.org')
  expect(await hasDemonstrationAccounts(services.db)).toBe(false)
  expect(await readyDemonstrations(services.db)).toEqual([])
  expect(await become('administrator')).toMatchObject({ ok: false, refusals: [{ code: 'demonstration-missing' }] })
})

test('without series and workshop the accounts stand with the roles that need neither', async () => {
  await seedDemonstrationAccounts(services.db, { now: NOW })
  expect(await hasDemonstrationAccounts(services.db)).toBe(true)
  expect(await readyDemonstrations(services.db)).toEqual(DEMONSTRATION_ACCOUNTS)
  const roles = await services.db.selectFrom('roles').select('role').execute()
  expect(roles.map(({ role }) => role).toSorted()).toEqual(['administrator', 'finance'])
})

test('seeding again gives the roles that have become possible, and then nothing more', async () => {
  const series = await givenSeries(services.db)
  const event = await givenEvent(services.db, { slug: 'a-workshop' })
  const real = await givenEvent(services.db, { slug: 'a-real-workshop' })
  await services.db.updateTable('events').set({ isSample: 1 }).where('id', '=', event.id).execute()
  const track = { code: 'T2', position: 1, language: 'en', level: null, room: null }
  await services.db
    .insertInto('tracks')
    .values([
      { ...track, id: 'track-2', eventId: event.id },
      { ...track, id: 'track-real', eventId: real.id },
    ])
    .execute()
  await seedDemonstrationAccounts(services.db, { now: NOW })
  const roles = await services.db.selectFrom('roles').select(['role', 'scope', 'scopeId', 'trackId']).execute()
  expect(roles).toContainEqual({ role: 'organizer', scope: 'series', scopeId: series.id, trackId: '' })
  expect(roles).toContainEqual({ role: 'instructor', scope: 'event', scopeId: event.id, trackId: 'track-2' })
  expect(roles).toHaveLength(5)
  const counted = await countRows()
  await seedDemonstrationAccounts(services.db, { now: NOW })
  expect(await countRows()).toEqual(counted)
})

test('each can be become, but no account that is real', async () => {
  for (const { name } of DEMONSTRATION_ACCOUNTS) expect((await become(name)).ok).toBe(true)
  expect((await become('organizer@example.org')).ok).toBe(false)
  await services.db
    .updateTable('accounts')
    .set({ isDemonstration: 0 })
    .where('emailKey', '=', 'finance@plenary.example')
    .execute()
  expect((await become('finance')).ok).toBe(false)
})
