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

test('is read some times a second at most, together by all who ask, and tells a change well within one', async () => {
  const { db } = given
  let version = shareContentVersion(db)
  const asked = await countedQueries(db, async (counting) => {
    version = shareContentVersion(counting)
    const all = await Promise.all(Array.from({ length: 20 }, async () => await version(NOW)))
    expect(new Set(all).size).toBe(1)
    await version(at(399))
  })
  expect(asked).toBe(1)
  const before = await version(NOW)
  await bumpContentVersion(db)
  expect(await version(at(399))).toBe(before)
  expect(await version(at(400))).toBe(before + 1)
  await bumpContentVersion(db)
  // A clock that was set back.
  expect(await version(at(-5))).toBe(before + 2)
  // Somebody who may have changed it themselves.
  await bumpContentVersion(db)
  expect(await version(at(-5), true)).toBe(before + 3)
})
