import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { callPlan, givenApplications, givenCall } from '#tests/support/given-call.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(() => given.close())

const SENT = 40

test('ten thousand applications to a workshop of 25 seats leave 25 seats free', { timeout: 120_000 }, async () => {
  const { db } = given
  const track = { ...callPlan('ntw').choices[0]!, seats: 25 }
  const { event, call } = await givenCall(given, {
    sample: 'ntw',
    choices: [track],
    packages: [],
    choicesMaximum: 1,
    sections: [],
  })
  await givenApplications(given, { call, count: 10_000 - SENT, state: 'mixed' })
  const actor = { kind: 'visitor' as const }
  for (let at = 0; at < SENT; at++) {
    const started = await startApplication(db, {
      call,
      formKey: randomUUID(),
      fullName: `Applicant ${at}`,
      email: `sent-${at}@example.org`,
      language: 'en',
      residence: 'KE',
      birthYear: 1990,
      lastAward: null,
      now: NOW,
      actor,
    })
    if (!started.ok) throw new Error(JSON.stringify(started.refusals))
    const sent = await submitApplication(db, { applicationId: started.value.applicationId, now: NOW, actor })
    expect(sent).toMatchObject({ ok: true, value: { isNew: true } })
  }
  const quota = await db.selectFrom('quotas').select(['size', 'taken']).where('eventId', '=', event.id).execute()
  expect(quota).toEqual([{ size: 25, taken: 0 }])
  const { count } = await db
    .selectFrom('applications')
    .select((row) => row.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(10_000)
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
})
