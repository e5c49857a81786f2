import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
})

afterAll(() => services.close())

function attempt(bucket: string, now = NOW) {
  return countAttempt(services.db, { bucket, limit: 3, windowMinutes: 15, now })
}

test('a window allows its limit and no more, the next window begins anew', async () => {
  const answers = [await attempt('one'), await attempt('one'), await attempt('one'), await attempt('one')]
  expect(answers).toEqual([true, true, true, false])
  expect(await attempt('one', addMinutes(NOW, 14))).toBe(false)
  expect(await attempt('one', addMinutes(NOW, 15))).toBe(true)
})

test('what is counted does not share its count with others', async () => {
  await Promise.all(Array.from({ length: 4 }, () => attempt('two')))
  expect(await attempt('three')).toBe(true)
})

test('of twenty at once exactly the limit passes', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt('at once')))
  expect(answers.filter(Boolean)).toHaveLength(3)
})

test('neither the address nor the person that is counted can be read', async () => {
  await attempt('sign-in-link:address:amina@example.org')
  const rows = await services.db.selectFrom('attempts').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('amina')
})
