import { expect, test } from 'vitest'
import { readNumbers } from '#app/attendance/sheets/read-numbers.ts'

const read = (typed: string) => readNumbers(typed, { rowCount: 12, field: 'am' })
const rows = (typed: string) => {
  const found = read(typed)
  return found.ok ? found.value : found.refusals[0]
}

test.each([
  ['1-3, 7', [1, 2, 3, 7]],
  ['1–3 7', [1, 2, 3, 7]],
  ['7;3;3', [3, 7]],
  ['2 to 4', [2, 3, 4]],
  ['2 à 4 et 6', [2, 3, 4, 6]],
  ['١-٣، ٧', [1, 2, 3, 7]],
  ['۲', [2]],
  ['१२', [12]],
  ['all but 3, 9-12', [1, 2, 4, 5, 6, 7, 8]],
  ['All except 1-11', [12]],
  ['tous sauf 1-10', [11, 12]],
  ['الكل عدا 1-10', [11, 12]],
  ['الكل ما عدا ١ - ١٠', [11, 12]],
  ['', []],
  ['none', []],
])('“%s” are the rows %j', (typed, expected) => {
  expect(rows(typed)).toEqual({ rows: expected, walkIns: [] })
})

test('“all” is everybody on the list and nobody below it', () => {
  expect(rows('all')).toEqual({ rows: Array.from({ length: 12 }, (_, at) => at + 1), walkIns: [] })
})

test('the two lines below the list are walk-ins', () => {
  expect(rows('11-14')).toEqual({ rows: [11, 12], walkIns: [13, 14] })
})

test.each([
  ['15', { code: 'sheet-number', field: 'am', details: { number: 15, last: 14 } }],
  ['0', { code: 'sheet-number', field: 'am', details: { number: 0, last: 14 } }],
  ['1-99', { code: 'sheet-number', field: 'am', details: { number: 99, last: 14 } }],
  ['4-2', { code: 'sheet-numbers', field: 'am', details: { text: '4-2' } }],
  ['1, x', { code: 'sheet-numbers', field: 'am', details: { text: 'x' } }],
  ['all and 3', { code: 'sheet-numbers', field: 'am', details: { text: 'and 3' } }],
])('“%s” is refused in words', (typed, refusal) => {
  expect(rows(typed)).toEqual(refusal)
})
