import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { seedDemonstration, seedDemonstrationIfEmpty, seedHistory } from '#app/jobs/seed-demonstration.server.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  run = await testServices()
})
afterEach(() => run.close())

async function count(table: 'events' | 'registrations' | 'accounts') {
  const { n } = await run.db
    .selectFrom(table)
    .select((select) => select.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

test('an empty database gets the demonstration, once, and it keeps every invariant', async () => {
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(true)
  const events = await count('events')
  expect(events).toBeGreaterThanOrEqual(177)
  const full = await run.db
    .selectFrom('quotas')
    .innerJoin('events', 'events.id', 'quotas.eventId')
    .select(['size', 'taken'])
    .where('events.slug', '=', 'traffic-exchange-bishkek')
    .executeTakeFirstOrThrow()
  expect(full).toEqual({ size: 24, taken: 24 })
  const counts = await checkInvariants(run.db)
  expect(counts.filter(({ violations }) => violations > 0)).toEqual([])
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(false)
  expect(await count('events')).toBe(events)
})

/** A connection that breaks at the first row for one table. */
function failingAt(table: string): KyselyPlugin {
  return {
    transformQuery({ node }) {
      if (node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === table)
        throw new Error('the power is gone')
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
}

test('nobody of the demonstration is written to', async () => {
  await seedDemonstration(run.db, NOW)
  expect(await run.db.selectFrom('messages').select('state').where('state', '!=', 'withdrawn').execute()).toEqual([])
})

test('each of its three calls is at another stage: open, being read, waiting for its committee', async () => {
  await seedDemonstration(run.db, NOW)
  const calls = await run.db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select(['calls.id', 'calls.slug', 'opensAt', 'closesAt', 'reviewUntilAt', 'decideAt', 'events.scholarshipUntilAt'])
    .orderBy('calls.slug')
    .execute()
  const [admission, fellowship, grant] = calls
  expect(calls.map(({ slug }) => slug)).toEqual(['admission', 'fellowship', 'student-grant'])
  expect(calls.map(({ scholarshipUntilAt }) => scholarshipUntilAt)).toEqual(calls.map(({ closesAt }) => closesAt))
  expect(fellowship!.opensAt! < NOW && NOW < fellowship!.closesAt!).toBe(true)
  expect(grant!.closesAt! < NOW && NOW < grant!.reviewUntilAt!).toBe(true)
  expect(admission!.reviewUntilAt! < NOW && NOW < admission!.decideAt!).toBe(true)
  const reviews = await run.db
    .selectFrom('reviews')
    .select((row) => ['callId', 'state', row.fn.countAll().as('count')])
    .groupBy(['callId', 'state'])
    .execute()
  const of = (callId: string, state: string) =>
    Number(reviews.find((row) => row.callId === callId && row.state === state)?.count ?? 0)
  expect(of(admission!.id, 'submitted')).toBeGreaterThan(700)
  expect(of(admission!.id, 'assigned') + of(admission!.id, 'started')).toBeGreaterThan(5)
  expect(of(grant!.id, 'assigned')).toBeGreaterThan(100)
  const own = await run.db
    .selectFrom('reviews')
    .innerJoin('accounts', 'accounts.id', 'reviews.accountId')
    .select('reviews.id')
    .where('email', '=', 'reviewer@plenary.example')
    .where('reviews.state', '=', 'assigned')
    .execute()
  expect(own.length).toBeGreaterThan(15)
})

test('loading that was cut short is taken up again', async () => {
  const broken = { ...run.services, db: run.db.withPlugin(failingAt('orders')) }
  await expect(seedDemonstrationIfEmpty(broken)).rejects.toThrow('could not be loaded')
  expect(await count('registrations')).toBe(0)
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(true)
  expect(await count('registrations')).toBe(301)
  expect(await count('accounts')).toBeGreaterThanOrEqual(6)
})

test('a database that somebody works with is left alone, and so is one in production', async () => {
  await seedHistory(run.db, NOW)
  expect(await count('events')).toBe(177)
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(false)
  const config = { ...run.services.config, mode: 'production' as const }
  expect(await seedDemonstrationIfEmpty({ ...run.services, config })).toBe(false)
})

test('the twelve names that break lists are on the participant list of the routing track', async () => {
  await seedDemonstration(run.db, NOW)
  const people = await run.db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('tracks', 'tracks.id', 'registrations.trackId')
    .select(['people.fullName', 'registrations.state'])
    .where('tracks.code', '=', 'T2')
    .execute()
  expect(people).toHaveLength(12)
  expect(people.map((person) => person.fullName)).toContain('ሙከራ ምሳሌ')
  expect(people.every((person) => person.state === 'confirmed')).toBe(true)
})
