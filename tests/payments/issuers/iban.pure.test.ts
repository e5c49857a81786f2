import { expect, test } from 'vitest'
import { isIban, looksLikeIban } from '#app/payments/issuers/iban.ts'

test.each([
  'CH93 0076 2011 6238 5295 7',
  'gb82west12345698765432',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
])('the check digits of %s agree', (iban) => expect(isIban(iban)).toBe(true))

test.each(['CH93 0076 2011 6238 5295 8', 'CH93', 'GB82 WEST 1234 5698 7654 23', ''])('those of “%s” do not', (iban) =>
  expect(isIban(iban)).toBe(false),
)

test('a plain account number is not taken for an IBAN', () => {
  expect(looksLikeIban('000-123 456 789')).toBe(false)
  expect(looksLikeIban('ch93 0076 2011')).toBe(true)
})
