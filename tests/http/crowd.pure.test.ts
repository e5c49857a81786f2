import { expect, it } from 'vitest'
import { Crowd } from '#app/http/crowd.ts'

/** Somebody who waits until they are answered. */
function waiting(crowd: Crowd, address = '192.0.2.1') {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { done: crowd.wait(address, () => promise), answer: resolve }
}

it('has room for two thousand at once, however slow it is', async () => {
  const crowd = new Crowd({ patience: 0 })
  const all = Array.from({ length: 2000 }, () => waiting(crowd))
  expect(crowd.isTooMany).toBe(false)
  for (const one of all) one.answer()
  await Promise.all(all.map(({ done }) => done))
})

it('is too large from a number on, and until somebody was answered', async () => {
  const crowd = new Crowd({ many: 2, most: 3 })
  const all = Array.from({ length: 3 }, () => waiting(crowd))
  expect(crowd.isTooMany).toBe(true)
  all[0]!.answer()
  await all[0]!.done
  expect(crowd.isTooMany).toBe(false)
})

it('is too large earlier where the last ones took so long that one would wait too long', async () => {
  const crowd = new Crowd({ many: 2, most: 100, patience: 10 })
  for (let answered = 0; answered < 3; answered++) {
    const one = waiting(crowd)
    setTimeout(one.answer, 300)
    await one.done
  }
  const first = waiting(crowd)
  expect(crowd.isTooMany).toBe(false)
  const second = waiting(crowd)
  expect(crowd.isTooMany).toBe(true)
  for (const one of [first, second]) one.answer()
  await Promise.all([first.done, second.done])
})

it('has places left for others when one address sends as many as it can', async () => {
  const crowd = new Crowd({ many: 2, most: 4 })
  const all = [waiting(crowd), waiting(crowd)]
  expect([crowd.isTooManyFrom('192.0.2.1'), crowd.isTooManyFrom('192.0.2.2')]).toEqual([true, false])
  all[0]!.answer()
  await all[0]!.done
  expect(crowd.isTooManyFrom('192.0.2.1')).toBe(false)
  all[1]!.answer()
  await all[1]!.done
})
