import { expect, test } from 'vitest'
import type * as rush from '#app/values/rush.ts'
import { calm, giveWay, noLongerAwaited, whileAwaited } from '#app/values/rush.ts'

function crowd(size: number) {
  const gate = Promise.withResolvers<void>()
  const all = Promise.all(Array.from({ length: size }, () => whileAwaited(() => gate.promise)))
  return async () => {
    gate.resolve()
    await all
  }
}

const soon = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

test('what nobody waits for gives way to many, not to a few', async () => {
  const fewLeave = crowd(20)
  await calm(60_000)
  const lastLeaves = crowd(1)
  let isCalm = false
  const waited = calm(60_000).then(() => (isCalm = true))
  await soon(20)
  expect(isCalm).toBe(false)
  await lastLeaves()
  await waited
  await fewLeave()
})

test('a moment between two batches of answers is no calm', async () => {
  let isCalm = false
  let waited: Promise<unknown> = Promise.resolve()
  for (let batch = 0; batch < 8; batch++) {
    const leave = crowd(30)
    if (batch === 0) waited = calm(60_000).then(() => (isCalm = true))
    await soon(40)
    await leave()
    await soon(10)
  }
  expect(isCalm).toBe(false)
  await waited
})

test('it gives way for a while only', async () => {
  const leave = crowd(30)
  await expect(calm(5)).resolves.toBeUndefined()
  await leave()
})

test('something long goes on when nobody is waited for any more, and does not count itself', async () => {
  const leave = crowd(1)
  let isOn = false
  const long = whileAwaited(() => noLongerAwaited(() => giveWay(60_000).then(() => (isOn = true))))
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  expect(isOn).toBe(false)
  await leave()
  await long
  expect(isOn).toBe(true)
})

test('a copy of it, as the build of the pages has one, knows who waits', async () => {
  const address = '#app/values/rush.ts'
  const copy = (await import(`${address}?copy`)) as typeof rush
  expect(copy.giveWay).not.toBe(giveWay)
  const leave = crowd(1)
  let isOn = false
  const waited = copy.giveWay(60_000).then(() => (isOn = true))
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  expect(isOn).toBe(false)
  await leave()
  await waited
})
