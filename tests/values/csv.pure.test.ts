import { expect, test } from 'vitest'
import { csvRows } from '#app/values/csv.ts'

test.each(['=1+1', '+1+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠A'])(
  '%j is text to a spreadsheet',
  (cell) => {
    const [, first] = /^"?(.)/su.exec(csvRows([[cell, 'x']]))!
    expect(first).toBe("'")
  },
)

test('an amount below zero stays a number, a quote is doubled', () => {
  expect(
    csvRows([
      ['-12.50', '3'],
      ['say "no", please', ''],
    ]),
  ).toBe('-12.50,3\r\n"say ""no"", please",\r\n')
})
