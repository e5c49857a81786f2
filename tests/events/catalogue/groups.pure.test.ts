import { expect, test } from 'vitest'
import { groupByMonth, groupByYear } from '#app/events/catalogue/groups.ts'

const rows = (...days: string[]) => days.map((firstOn) => ({ firstOn, status: { kind: 'open' } }))

test('months follow one another, and beyond four of them it is later', () => {
  const many = rows('2027-01-05', '2027-01-09', '2027-02-01', '2027-04-01', '2027-05-01', '2027-09-01', '2028-02-01')
  expect(groupByMonth(many).map(({ key, rows }) => [key, rows.length])).toEqual([
    ['2027-01', 2],
    ['2027-02', 1],
    ['2027-04', 1],
    ['2027-05', 1],
    ['later', 2],
  ])
})

test('a single month beyond four keeps its name', () => {
  const five = rows('2027-01-05', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01')
  expect(groupByMonth(five).map(({ key }) => key)).toEqual(['2027-01', '2027-02', '2027-03', '2027-04', '2027-05'])
})

test('what has no date for now stands at the end, wherever its old date was', () => {
  const [old, ...rest] = rows('2026-11-05', '2027-01-05', '2027-02-01')
  const postponed = { ...old!, status: { kind: 'postponed' } }
  expect(groupByMonth([postponed, ...rest]).map(({ key }) => key)).toEqual(['2027-01', '2027-02', 'postponed'])
})

test('history is by year', () => {
  expect(groupByYear(rows('1995-06-27', '1995-01-01', '1991-06-17')).map(({ key }) => key)).toEqual(['1995', '1991'])
})
