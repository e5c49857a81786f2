import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CarefulCopy } from '#app/http/careful-copy.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What has been made so far, and a copy whose making says so. */
function counted(name = '') {
  const made: string[] = []
  const copy = new CarefulCopy(async (care) => {
    made.push(name + care)
    await Promise.resolve()
    return name + care
  })
  return { made, copy }
}

it('is made in haste once, whoever waits, and stays so while it is young', async () => {
  const { made, copy } = counted()
  expect(await Promise.all([copy.get(), copy.get(), copy.get()])).toEqual(['haste', 'haste', 'haste'])
  vi.advanceTimersByTime(900)
  expect(copy.get()).toBe('haste')
  await vi.advanceTimersByTimeAsync(10)
  expect(made).toEqual(['haste'])
})

it('is made with care once, when it is asked for a while later; who asks meanwhile has the other', async () => {
  const { made, copy } = counted()
  await copy.get()
  await vi.advanceTimersByTimeAsync(1000)
  expect(made).toEqual(['haste'])
  expect([copy.get(), copy.get()]).toEqual(['haste', 'haste'])
  await vi.advanceTimersByTimeAsync(0)
  expect([copy.get(), made]).toEqual(['best', ['haste', 'best']])
})

it('is made one after the other', async () => {
  let [underWay, most] = [0, 0]
  const copies = Array.from({ length: 5 }, () => {
    return new CarefulCopy(async (care) => {
      if (care === 'haste') return care
      most = Math.max(most, ++underWay)
      await new Promise((done) => setTimeout(done, 50))
      underWay--
      return care
    })
  })
  for (const copy of copies) await copy.get()
  await vi.advanceTimersByTimeAsync(1000)
  for (const copy of copies) void copy.get()
  await vi.advanceTimersByTimeAsync(500)
  expect([most, copies.map((copy) => copy.get())]).toEqual([1, Array(5).fill('best')])
})

it('stays as it is when the best cannot be made', async () => {
  const copy = new CarefulCopy(async (care) => {
    if (care === 'best') throw new Error('no memory')
    return await Promise.resolve(care)
  })
  await copy.get()
  await vi.advanceTimersByTimeAsync(1000)
  void copy.get()
  await vi.advanceTimersByTimeAsync(10)
  expect(copy.get()).toBe('haste')
})
