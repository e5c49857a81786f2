import { expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { allJobs } from '#app/jobs/all-jobs.server.ts'
import { addMinutes } from '#app/values/moment.ts'

test('more holds than fit in one turn are given back in turns without a rest, until none is left', async () => {
  const { services, db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{ seats: 300, price: 5000 }] })
  await givenParticipants(
    db,
    event,
    Array.from({ length: 201 }, (_, at) => ({ fullName: `Person ${at}` })),
  )
  const job = allJobs(services).find(({ name }) => name === 'holds')!
  const input = { now: addMinutes(NOW, 50), stop: new AbortController().signal }
  expect(await job.run(input)).toBe(true)
  expect(await job.run(input)).toBe(false)
  const held = await db.selectFrom('registrations').select('id').where('state', '=', 'held').execute()
  expect(held).toEqual([])
  await close()
})
