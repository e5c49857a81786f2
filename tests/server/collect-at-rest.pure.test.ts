import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { collectAtRest } from '../../server/collect-at-rest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A process that has had so many milliseconds of processor time by its start; and the collections so far. */
function aProcess(atStart: number) {
  let [worked, collections] = [atStart, 0]
  collectAtRest({
    worked: () => worked,
    collect() {
      collections++
      // A collection is work as well.
      worked += 150
    },
  })
  return {
    collections: () => collections,
    /** Seconds in which it works so many milliseconds each. */
    live(seconds: number, each: number) {
      for (let second = 0; second < seconds; second++) {
        worked += each
        vi.advanceTimersByTime(1000)
      }
    },
  }
}

test('what a start leaves behind is given back once, when nobody has come for three seconds', () => {
  const { live, collections } = aProcess(900)
  live(3, 5)
  expect(collections()).toBe(0)
  live(1, 5)
  expect(collections()).toBe(1)
  // Jobs that look whether there is something to do are no work.
  live(3600, 10)
  expect(collections()).toBe(1)
})

test('nobody is kept waiting by it while people come', () => {
  const { live, collections } = aProcess(900)
  live(600, 200)
  for (let round = 0; round < 100; round++) {
    live(2, 5)
    live(1, 400)
  }
  expect(collections()).toBe(0)
  live(3, 5)
  expect(collections()).toBe(1)
})

test('a few pages are not worth it', () => {
  const { live, collections } = aProcess(900)
  live(10, 5)
  live(1, 100)
  live(10, 5)
  expect(collections()).toBe(1)
  live(4, 100)
  live(10, 5)
  expect(collections()).toBe(2)
})
