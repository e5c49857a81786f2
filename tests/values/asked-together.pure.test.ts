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
