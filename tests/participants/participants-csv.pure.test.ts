import { expect, test } from 'vitest'
import { ROSTER } from './given-participants.ts'
import { readCsv } from './read-csv.ts'
import { disposition } from '#app/http/disposition.ts'
import { csvRows, SEPARATORS } from '#app/participants/participants-csv.ts'

test.each([',', ';', '\t'])(
  'the twelve names come back whole with the separator %j, but for the apostrophe',
  (separator) => {
    const rows = ROSTER.map(({ fullName, latinName = '' }) => [fullName, latinName, 'a "quoted", word; and\ttab'])
    const [formula] = rows.filter(([name]) => name!.startsWith('='))
    const read = readCsv(csvRows(rows, separator), separator)
    expect(read).toEqual(rows.map((row) => (row === formula ? [`'${row[0]}`, ...row.slice(1)] : row)))
  },
)

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula any more', (cell) => {
  expect(readCsv(csvRows([[cell, 'x']], ','))[0]![0]).toBe(`'${cell}`)
})

test('a file name is ASCII for old browsers and whole for the others', () => {
  expect(disposition('ntw-2027-participants.csv', { fallback: 'participants.csv' })).toBe(
    'attachment; filename="ntw-2027-participants.csv"',
  )
  expect(disposition('Réseaux (Dakar).csv', { fallback: 'participants.csv' })).toBe(
    `attachment; filename="reseaux-dakar.csv"; filename*=UTF-8''R%C3%A9seaux%20%28Dakar%29.csv`,
  )
  expect(disposition('参加者.csv', { fallback: 'participants.csv' })).toMatch(
    /^attachment; filename="participants\.csv"; filename\*=UTF-8''%E5%8F%82/,
  )
})

test('only separators are separators', () => {
  expect(SEPARATORS.get('constructor')).toBeUndefined()
  expect(SEPARATORS.get('semicolon')).toBe(';')
})
