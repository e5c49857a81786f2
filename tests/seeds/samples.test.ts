import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { seedDemonstration } from '#app/jobs/seed-demonstration.server.ts'

let run: Awaited<ReturnType<typeof testServices>>
beforeAll(async () => {
  run = await testServices()
  await seedDemonstration(run.services, NOW)
}, 120_000)
afterAll(() => run.close())

test('nobody of the demonstration is written to', async () => {
  expect(await run.db.selectFrom('messages').select('state').where('state', '!=', 'withdrawn').execute()).toEqual([])
})

test('each of its three calls is at another stage: open, being read, waiting for its committee', async () => {
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

test('the twelve names that break lists are on the participant list of the routing track', async () => {
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
