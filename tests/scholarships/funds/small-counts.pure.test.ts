import { expect, it } from 'vitest'
import { toldCounts } from '#app/scholarships/funds/small-counts.ts'

const told = (counts: Record<string, number>) => toldCounts(new Map(Object.entries(counts))).map(({ count }) => count)

it('tells no number below five', () => {
  expect(told({ KE: 12, UG: 5, RW: 4, TZ: 1 })).toEqual([12, 5, null, null])
})

it('hides the next one too when one small number could be subtracted from the sum', () => {
  expect(told({ KE: 12, UG: 6, RW: 2 })).toEqual([12, null, null])
  expect(told({ KE: 3 })).toEqual([null])
  expect(told({ KE: 12, UG: 6 })).toEqual([12, 6])
})
