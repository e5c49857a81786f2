import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { seedDemonstrationIfEmpty, seedHistory } from '#app/jobs/seed-demonstration.server.ts'

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
}, 120_000)

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

test('loading that was cut short is taken up again', async () => {
  const broken = { ...run.services, db: run.db.withPlugin(failingAt('orders')) }
  await expect(seedDemonstrationIfEmpty(broken)).rejects.toThrow('could not be loaded')
  expect(await count('registrations')).toBe(0)
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(true)
  expect(await count('registrations')).toBe(342)
  expect(await count('accounts')).toBeGreaterThanOrEqual(6)
}, 120_000)

test('a database that somebody works with is left alone, and so is one in production', async () => {
  await seedHistory(run.services, NOW)
  expect(await count('events')).toBe(177)
  expect(await seedDemonstrationIfEmpty(run.services)).toBe(false)
  const config = { ...run.services.config, mode: 'production' as const }
  expect(await seedDemonstrationIfEmpty({ ...run.services, config })).toBe(false)
})
