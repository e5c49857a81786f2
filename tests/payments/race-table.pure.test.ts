import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** The lines of the table of races and faults that concern payments, by their numbers there. */
const LINES = [
  1, 2, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 16, 18, 19, 21, 22, 23, 26, 27, 29, 30, 32, 33, 35, 37, 38, 39, 41, 42, 43,
  45, 47,
]

it('every line of the race table has a test of its number', async () => {
  const folder = 'tests/payments'
  const files = (await readdir(folder)).filter((name) => name.endsWith('.test.ts'))
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const titles = texts.flatMap((text) => text.match(/'C\.7 (?:#\d+ )+/g) ?? [])
  const tested = new Set(titles.flatMap((title) => [...title.matchAll(/#(\d+)/g)].map(([, number]) => Number(number))))
  expect(LINES.filter((line) => !tested.has(line))).toEqual([])
})
