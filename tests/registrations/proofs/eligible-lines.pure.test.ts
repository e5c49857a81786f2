import { expect, test } from 'vitest'
import { eligibleLines } from '#app/registrations/proofs/eligible-lines.ts'

test('addresses and numbers, one a line or in a column, each once; bad lines by their number', () => {
  const list = [
    'Email,Name',
    'amina@example.org',
    '"Þóra Dæmisdóttir";thora@example.org;ISOC-0042',
    '',
    'ISOC 0042',
    'amina@example.org',
    'Contohwati',
    '@example.org',
    '12',
  ].join('\r\n')
  expect(eligibleLines(`\uFEFF${list}`)).toEqual({
    entries: ['amina@example.org', 'thora@example.org', 'ISOC 0042', '12'],
    bad: [7, 8],
  })
})

test('a first line that is no heading counts as bad', () => {
  expect(eligibleLines('Contohwati\n')).toEqual({ entries: [], bad: [1] })
  expect(eligibleLines('')).toEqual({ entries: [], bad: [] })
})
