import { expect, test } from 'vitest'
import { voucherCode } from '#app/vouchers/voucher-code.ts'

test.each([
  ['inet-2027 ', 'INET2027'],
  ['INET 2027', 'INET2027'],
  ['ｉｎｅｔ２０２７', 'INET2027'],
  ['étudiant–10', 'ÉTUDIANT10'],
  ['طالب ٢٠٢٧', 'طالب٢٠٢٧'],
  ['---', null],
  ['x'.repeat(41), null],
])('%s is %s', (typed, code) => {
  expect(voucherCode(typed)).toBe(code)
})
