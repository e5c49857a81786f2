import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, type ACall, broken, decided } from './a-call.ts'
import { finishReleases } from '#app/applications/decisions/finish-release.server.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { connect } from '#db/connect.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { NOW } from '#tests/support/now.ts'
import { runTogether } from '#tests/support/race/run-together.ts'
import { withoutGuard } from '#tests/support/race/without-guard.ts'

const CALLS = 4
const EACH = 6

let database: TestDatabase
let db: ReturnType<typeof connect>

beforeEach(async () => {
  database = await createTestDatabase()
  db = connect(database.url)
})

afterEach(async () => {
  await db.destroy()
  await database.drop()
})

/** Calls of one event that share its seats and one fund: everybody in them is accepted, and nothing is released. */
async function callsOfOneEvent(seats: number, budgetMinor: number): Promise<ACall[]> {
  const first = await aCall({ db }, EACH)
  const calls = [first]
  while (calls.length < CALLS)
    calls.push(await aCall({ db }, EACH, { event: first.event, slug: `call-${calls.length}`, funds: [] }))
  await db.updateTable('callChoices').set({ seats: null }).execute()
  await db.updateTable('quotas').set({ size: seats }).execute()
  await db.deleteFrom('fundConditions').execute()
  const [fund, ...others] = await db.selectFrom('funds').select('id').execute()
  for (const { id } of others) await db.updateTable('funds').set({ budgetMinor: 0 }).where('id', '=', id).execute()
  await db.updateTable('funds').set({ budgetMinor }).where('id', '=', fund!.id).execute()
  for (const call of calls) {
    const packageId = call.packages.find(({ code }) => code === 'full')!.id
    const one = { kind: 'accept' as const, choiceId: call.choice.id, packageId }
    await decided(
      db,
      call,
      call.ids.map((applicationId) => ({ applicationId, ...one })),
    )
  }
  return calls
}

async function releaseTogether(calls: ACall[]) {
  const answers = await runTogether<{ released: number; behind: number }>(
    'release-decisions.ts',
    calls.map(({ callId }) => ({ url: database.url, callId, now: NOW })),
  )
  return answers.reduce((sum, { released }) => sum + released, 0)
}

async function costOfFull(): Promise<number> {
  const rows = await db
    .selectFrom('awardPackageComponents as component')
    .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
    .select('component.amountMinor')
    .where('awardPackages.code', '=', 'full')
    .execute()
  return rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0) / CALLS
}

async function offers() {
  return await db.selectFrom('callOffers').select('id').where('state', '=', 'open').execute()
}

test('four processes never offer the same last seat to two people', async () => {
  const calls = await callsOfOneEvent(7, 1_000_000_00)
  expect(await releaseTogether(calls)).toBeLessThanOrEqual(7)
  for (const { callId } of calls) await releaseAgain(callId)
  expect(await offers()).toHaveLength(7)
  expect(await broken(db)).toEqual([])
}, 120_000)

test('four processes never offer the same last euro to two people', async () => {
  const calls = await callsOfOneEvent(100, 0)
  const cost = await costOfFull()
  const [fund] = await db.selectFrom('funds').select('id').execute()
  await db.updateTable('funds').set({ budgetMinor: 0 }).execute()
  await db
    .updateTable('funds')
    .set({ budgetMinor: cost * 5 + 1 })
    .where('id', '=', fund!.id)
    .execute()
  await releaseTogether(calls)
  for (const { callId } of calls) await releaseAgain(callId)
  expect(await offers()).toHaveLength(5)
  expect(await broken(db)).toEqual([])
}, 120_000)

test('without the guard the table’s own rule is what refuses: the guard is what lets the others go on', async () => {
  const [call] = await callsOfOneEvent(2, 1_000_000_00)
  const release = { callId: call!.callId, now: NOW, actor: { kind: 'system' as const } }
  await expect(releaseDecisions(db.withPlugin(withoutGuard), release)).rejects.toThrow(/quotas_never_oversold/)
  expect(await offers()).toEqual([])
  await finishReleases(db, { now: NOW })
  expect(await offers()).toHaveLength(2)
  expect(await broken(db)).toEqual([])
}, 120_000)

/** What was busy, or stayed behind for money that another had only asked for, has its turn. */
async function releaseAgain(callId: string): Promise<void> {
  await runTogether('release-decisions.ts', [{ url: database.url, callId, now: NOW }])
}
