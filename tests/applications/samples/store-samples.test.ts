import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { recountApplication } from '#app/applications/reviews/recount-application.server.ts'
import { writeFacts } from '#app/applications/applying/write-facts.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(async () => {
  const broken = (await checkInvariants(given.db)).filter(({ violations }) => violations > 0)
  expect(broken).toEqual([])
  await given.close()
})

const columns = [
  'applications.residence',
  'gender',
  'institutionKey',
  'isFirstTime',
  'birthYear',
  'needsVisa',
  'category',
  'askedMinor',
  'askedCurrency',
  'eligibility',
  'eligibilityReasons',
  'missing',
  'score',
  'spread',
  'reviewCount',
] as const

test.each(['ntw', 'inet', 'ndss'] as const)(
  'sample applications to %s say of themselves what the commands would have written',
  async (sample) => {
    const { call } = await givenCall(given, { sample })
    const made = await givenApplications(given, { call, count: 24, state: 'mixed', withReviews: 2 })
    const rows = async () =>
      await given.db
        .selectFrom('applications')
        .select(['id', ...columns])
        .orderBy('id')
        .execute()
    const before = await rows()
    for (const { id } of made) {
      await writeFacts(given.db, { call, applicationId: id, now: NOW })
      await recountApplication(given.db, id)
    }
    expect(await rows()).toEqual(before)
    expect(before.filter(({ score }) => score !== null).length).toBeGreaterThan(10)
  },
)

test('the same seed makes the same people; another makes others', async () => {
  const { call } = await givenCall(given, { sample: 'inet' })
  const other = await givenCall(given, { sample: 'inet' })
  const elsewhere = await givenCall(given, { sample: 'inet' })
  await givenApplications(given, { call, count: 40 })
  await givenApplications(given, { call: other.call, count: 40 })
  await givenApplications(given, { call: elsewhere.call, count: 40, seed: 'another' })
  const namesOf = async (callId: string) =>
    (
      await given.db
        .selectFrom('applications')
        .innerJoin('people', 'people.id', 'applications.personId')
        .select('fullName')
        .where('callId', '=', callId)
        .orderBy('number')
        .execute()
    ).map(({ fullName }) => fullName)
  expect(await namesOf(other.call.id)).toEqual(await namesOf(call.id))
  expect(await namesOf(elsewhere.call.id)).not.toEqual(await namesOf(call.id))
})
