import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf, tellShare } from '#app/participants/figures/small-numbers.ts'
import { womenValues } from '#app/participants/figures/women.ts'

test('a share is told exactly when both sides are five or more', () => {
  expect(tellShare(12, 25)).toEqual({ whole: 25, part: { is: 'exact', count: 12 } })
  expect(shareOf(tellShare(12, 25)!)).toBe(4800)
  expect(tellShare(4, 25)).toEqual({ whole: 25, part: { is: 'few' } })
  expect(tellShare(0, 25)).toEqual({ whole: 25, part: { is: 'few' } })
  expect(tellShare(21, 25)).toEqual({ whole: 25, part: { is: 'most' } })
  expect(shareOf(tellShare(21, 25)!)).toBeNull()
  expect(tellShare(3, 9)).toBeNull()
})

test('what is told could be told of five different numbers, unless both sides are five or more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(), (whole, some) => {
      const part = some % (whole + 1)
      const told = JSON.stringify(tellShare(part, whole))
      const same = Array.from({ length: whole + 1 }, (_, one) => one).filter(
        (one) => JSON.stringify(tellShare(one, whole)) === told,
      )
      if (same.length < Math.min(5, whole + 1)) {
        expect(part).toBeGreaterThanOrEqual(5)
        expect(whole - part).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})

test('options mean women by their value or by their label, in any language', () => {
  const english = { options: [option('o1', 'Woman'), option('o2', 'Man'), option('o3', 'Human')] }
  const french = { options: [option('o1', 'Femme'), option('o2', 'Homme')] }
  expect([...womenValues([english, french])]).toEqual(['o1'])
  expect([...womenValues([{ options: [option('female', 'Ж'), option('o9', 'أنثى'), option('o7', 'Mujer')] }])]).toEqual(
    ['female', 'o9', 'o7'],
  )
  expect(womenValues([]).size).toBe(0)
})

function option(value: string, label: string) {
  return { value, label }
}
