import { expect, test } from 'vitest'
import { lull, whileAwaited } from '#app/values/rush.ts'

function crowd(size: number) {
  const gate = Promise.withResolvers<void>()
  const all = Promise.all(Array.from({ length: size }, () => whileAwaited(() => gate.promise)))
  return async () => {
    gate.resolve()
    await all
  }
}

test('what nobody waits for gives way to many, not to a few', async () => {
  const fewLeave = crowd(20)
  await lull(60_000)
  const lastLeaves = crowd(1)
  let isLull = false
  const waited = lull(60_000).then(() => (isLull = true))
  await new Promise(setImmediate)
  expect(isLull).toBe(false)
  await lastLeaves()
  await waited
  await fewLeave()
})

test('it gives way for a while only', async () => {
  const leave = crowd(30)
  await expect(lull(5)).resolves.toBeUndefined()
  await leave()
})
