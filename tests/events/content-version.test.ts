import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '../support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { shareContentVersion } from '#app/events/content-version.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

const at = (milliseconds: number) => new Date(Date.parse(NOW) + milliseconds).toISOString()

test('is read once a second at most, together by all who ask, and tells a change within that second', async () => {
  const { db } = given
  let version = shareContentVersion(db)
  const asked = await countedQueries(db, async (counting) => {
    version = shareContentVersion(counting)
    const all = await Promise.all(Array.from({ length: 20 }, () => version(NOW)))
    expect(new Set(all).size).toBe(1)
    await version(at(999))
  })
  expect(asked).toBe(1)
  const before = await version(NOW)
  await bumpContentVersion(db)
  expect(await version(at(999))).toBe(before)
  expect(await version(at(1000))).toBe(before + 1)
  await bumpContentVersion(db)
  // A clock that was set back.
  expect(await version(at(-5))).toBe(before + 2)
})
