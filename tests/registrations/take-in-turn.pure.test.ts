import { expect, test } from 'vitest'
import { takeInTurn } from '#app/registrations/take-in-turn.ts'

const take = (waiting: string[], most: number) => takeInTurn(waiting, most, (one) => one[0]!)

test('few are taken all, in their order', () => {
  expect(take(['a1', 'b1', 'a2'], 3)).toEqual({ batch: ['a1', 'b1', 'a2'], rest: [] })
})

test('of one group the first are taken, and the rest keep their order', () => {
  expect(take(['a1', 'a2', 'a3', 'a4'], 3)).toEqual({ batch: ['a1', 'a2', 'a3'], rest: ['a4'] })
})

test('one who comes behind hundreds of another group is taken with the first of them', () => {
  const hundreds = Array.from({ length: 500 }, (_, at) => `a${at}`)
  const { batch, rest } = take([...hundreds, 'b0'], 200)
  expect(batch).toEqual([...hundreds.slice(0, 199), 'b0'])
  expect(rest).toEqual(hundreds.slice(199))
})

test('everybody is taken once, and each group in its own order, whoever comes', () => {
  let waiting = Array.from({ length: 1000 }, (_, at) => `${'abcdefg'[(at * at) % 7]}${at}`)
  const taken: string[] = []
  const all = [...waiting]
  while (waiting.length > 0) {
    const { batch, rest } = take(waiting, 64)
    taken.push(...batch)
    waiting = rest
  }
  expect(taken.toSorted()).toEqual(all.toSorted())
  for (const letter of 'abcdefg')
    expect(taken.filter((one) => one[0] === letter)).toEqual(all.filter((one) => one[0] === letter))
})
