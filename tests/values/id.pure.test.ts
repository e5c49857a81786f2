import { expect, test } from 'vitest'
import { newId } from '#app/values/id.ts'

const NOW = '2026-11-21T09:00:00.000Z'
const LATER = '2026-11-21T09:00:00.001Z'

test('is a UUID of version 7 that begins with its moment', () => {
  const id = newId(NOW)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(NOW))
})

test('ids of one millisecond ascend in the order they were made, even when two requests take turns', () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => newId(at % 2 ? NOW : LATER))
  for (const parity of [0, 1]) {
    const own = ids.filter((_, at) => at % 2 === parity)
    expect(own).toEqual(own.toSorted())
    expect(new Set(own).size).toBe(own.length)
  }
})
