import { expect, test } from 'vitest'
import { askedOnce, askedTogether } from '#app/values/asked-together.ts'

test('what is asked in one turn is asked together, later questions are asked anew', async () => {
  const asked: number[][] = []
  const ask = askedTogether(async (items: number[]) => {
    asked.push(items)
    return items.length
  })
  expect(await Promise.all([ask([1]), ask([2, 3])])).toEqual([3, 3])
  expect(await ask([4])).toBe(1)
  expect(asked).toEqual([[1, 2, 3], [4]])
})

test('what is asked while an answer is on the way waits for the next, which is asked after it', async () => {
  const asked: number[][] = []
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const ask = askedTogether((items: number[]) => answers[asked.push(items) - 1]!.promise)
  const first = ask([1])
  while (asked.length === 0) await new Promise(setImmediate)
  const others = [ask([2]), ask([3])]
  await new Promise(setImmediate)
  expect(asked).toEqual([[1]])
  answers[0]!.resolve('old')
  expect(await first).toBe('old')
  answers[1]!.resolve('new')
  expect(await Promise.all(others)).toEqual(['new', 'new'])
  expect(asked).toEqual([[1], [2, 3]])
})

test('the same question in one turn is asked once; a fault is everybody’s, and over with it', async () => {
  let times = 0
  const once = askedOnce<number>()
  const ask = async () => ++times
  expect(await Promise.all([once('a', ask), once('a', ask), once('b', ask)])).toEqual([1, 1, 2])
  expect(await once('a', ask)).toBe(3)
  const fail = () => Promise.reject(new Error('away'))
  const failed = await Promise.allSettled([once('a', fail), once('a', ask)])
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await once('a', ask)).toBe(4)
})

test('the same question while its answer is on the way gets a newer one', async () => {
  let value = 1
  const slow = Promise.withResolvers<void>()
  const once = askedOnce<number>()
  const first = once('a', async () => {
    const seen = value
    await slow.promise
    return seen
  })
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  value = 2
  const second = once('a', async () => value)
  slow.resolve()
  expect(await Promise.all([first, second])).toEqual([1, 2])
})
