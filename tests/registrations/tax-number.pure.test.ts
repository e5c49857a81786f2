import { expect, test } from 'vitest'
import { isTaxNumber, taxNumberKey } from '#app/registrations/prices/tax-number.ts'

test.each([
  ['DE 123 456 789', 'DE', true],
  ['123456789', 'DE', true],
  ['DE12345678', 'DE', false],
  ['FR 123456789', 'DE', false],
  ['FRXX123456789', 'FR', true],
  ['EL123456789', 'GR', true],
  ['GR123456789', 'GR', false],
  ['ATU12345678', 'AT', true],
  ['ESX1234567X', 'ES', true],
  ['NL123456789B01', 'NL', true],
  ['IE1234567WA', 'IE', true],
  ['123456789', 'RW', true],
  ['12345', 'RW', false],
  ['CHE-123.456.789 MWST', 'CH', true],
  ['GB123456789', 'GB', true],
  ['12-3456789', 'US', true],
  ['none', 'US', false],
  ['', 'DE', false],
])('%s of %s is plausible: %s', (typed, country, isPlausible) => {
  expect(isTaxNumber(typed, country)).toBe(isPlausible)
})

test('spaces, dots, dashes and case do not matter', () => {
  expect(taxNumberKey('che-123.456.789 mwst')).toBe('CHE123456789MWST')
})
