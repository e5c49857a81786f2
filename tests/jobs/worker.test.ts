import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMailer, givenLinkMail, theMessage } from '#tests/mail/a-mailer.ts'
import { testServices } from '#tests/support/app.ts'
import type { Job } from '#app/jobs/job.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { whileAwaited } from '#app/values/rush.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const soon = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** The services with a log that keeps what is said. */
function listening() {
  const said: string[] = []
  const say = (_fields: unknown, text: string) => said.push(text)
  return { said, services: { ...test_.services, log: { ...test_.services.log, error: say, info: say } as never } }
}

test('mail goes out by itself, and stopping waits for what is under way', async () => {
  await givenLinkMail(test_.db)
  const underWay = Promise.withResolvers<void>()
  const { mailer } = aMailer(async () => {
    underWay.resolve()
    await soon(300)
    return { state: 'sent', response: '' }
  })
  const worker = startWorker({ ...test_.services, mailer })
  await underWay.promise
  await worker.stop()
  expect(await theMessage(test_.db)).toMatchObject({ state: 'sent' })
})

test('a job that fails is logged once and tried again, and the others go on', async () => {
  const { said, services } = listening()
  let [failures, others] = [0, 0]
  const jobs: Job[] = [
    {
      name: 'broken',
      pause: 1,
      run: () => {
        failures++
        throw new Error('Duplicate entry zoe@example.org')
      },
    },
    { name: 'sound', pause: 1, run: () => Promise.resolve(others++ < 0) },
  ]
  const worker = startWorker(services, jobs)
  await soon(2600)
  await worker.stop()
  expect(failures).toBe(2)
  expect(others).toBeGreaterThan(20)
  expect(said).toEqual(['the job failed and is tried again'])
})

test('stopping while a job rests takes no time', async () => {
  const worker = startWorker(test_.services, [{ name: 'daily', pause: 86_400_000, run: () => Promise.resolve(false) }])
  await soon(20)
  const began = performance.now()
  await worker.stop()
  expect(performance.now() - began).toBeLessThan(200)
})

test('in a rush mail waits for its turn, goes on all the same, and follows at once when it is over', async () => {
  const rounds: number[] = []
  const job: Job = { name: 'eager', pause: 0, run: () => Promise.resolve(rounds.push(performance.now()) > 0) }
  const worker = startWorker(test_.services, [job])
  // Thirty wait at any time but for the moments between the batches in which they are answered.
  const end = new AbortController()
  const batches = (async () => {
    while (!end.signal.aborted) await Promise.all(Array.from({ length: 30 }, () => whileAwaited(() => soon(20))))
  })()
  await soon(100)
  const before = rounds.length
  await soon(4500)
  const during = rounds.length - before
  end.abort()
  await batches
  await soon(700)
  const after = rounds.length - before - during
  await worker.stop()
  // A round every two seconds, neither more nor fewer.
  expect(during).toBeGreaterThanOrEqual(2)
  expect(during).toBeLessThanOrEqual(3)
  expect(after).toBeGreaterThan(20)
})
