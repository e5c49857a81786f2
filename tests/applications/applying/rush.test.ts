import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'

const ROUNDS = 12
const AT_ONCE = 8

test('those who send at the same moment are all taken, each with a number of their own', async () => {
  const services = await testServices()
  const { db } = services
  const { call } = await givenCall(services, { sample: 'ntw' })
  const actor = { kind: 'visitor' as const }
  const sendOne = async () => {
    const started = await startApplication(db, {
      call,
      formKey: randomUUID(),
      fullName: 'Wulandari',
      email: `${randomUUID()}@kampus.example`,
      language: 'en',
      residence: 'ID',
      birthYear: 1990,
      lastAward: null,
      now: NOW,
      actor,
    })
    if (!started.ok) return started
    return await submitApplication(db, { applicationId: started.value.applicationId, now: NOW, actor })
  }
  const numbers: unknown[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const sent of await Promise.all(Array.from({ length: AT_ONCE }, sendOne)))
      numbers.push(sent.ok && 'number' in sent.value ? sent.value.number : sent)
  expect(numbers.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: ROUNDS * AT_ONCE }, (_, at) => at + 1),
  )
  await services.close()
}, 60_000)
