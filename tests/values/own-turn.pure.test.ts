import { expect, test } from 'vitest'
import { ownTurn } from '#app/values/own-turn.ts'

test('those who wait go on one in a turn, in the order in which they asked', async () => {
  const went: string[] = []
  let turn = 0
  const waiting = ['a', 'b', 'c'].map((name) => ownTurn().then(() => went.push(`${name}${turn}`)))
  for (turn = 1; turn <= 3; turn++) await new Promise(setImmediate)
  await Promise.all(waiting)
  expect(went.map((one) => one[0])).toEqual(['a', 'b', 'c'])
  expect(new Set(went.map((one) => one[1])).size).toBe(3)
})
