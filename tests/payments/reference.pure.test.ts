import { expect, it } from 'vitest'
import fc from 'fast-check'
import { isReference, paymentReference, referencesIn, shownReference } from '#app/payments/reference.ts'

const codes = fc
  .array(fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ23456789'), { minLength: 7, maxLength: 7 })
  .map((letters) => `P${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`)

it('agrees with the examples of the standard', () => {
  expect(isReference('RF18 5390 0754 7034')).toBe(true)
  expect(isReference('RF18 5390 0754 7035')).toBe(false)
  expect(isReference('RF18')).toBe(false)
})

it('has twelve characters of ASCII, which every mobile money service takes, and is shown in fours', () => {
  const reference = paymentReference('P7KQ-4M2X')
  expect(reference).toMatch(/^RF\d{2}P7KQ4M2X$/)
  expect(reference).toHaveLength(12)
  expect(shownReference(reference)).toMatch(/^RF\d{2} P7KQ 4M2X$/)
})

it('is found again whatever stands around it and however it was typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const reference = paymentReference(code)
      for (const typed of [
        reference,
        shownReference(reference),
        reference.toLowerCase(),
        `/ROC/${reference}//URI/Workshop`,
        `Payment ${shownReference(reference).toLowerCase()} thank you`,
        reference.split('').join(' '),
        reference.replace(/^(.{4})/, '$1-'),
      ])
        expect(referencesIn(typed)[0]).toEqual({ orderCode: code, how: 'checked' })
    }),
  )
})

it('an order’s code alone is found, and not inside a longer word', () => {
  expect(referencesIn('order p7kq-4m2x')).toEqual([{ orderCode: 'P7KQ-4M2X', how: 'plain' }])
  expect(referencesIn('P7KQ 4M2X and PABC2345')).toHaveLength(2)
  expect(referencesIn('XP7KQ4M2X')).toEqual([])
  expect(referencesIn('Payment for the workshop')).toEqual([])
})

const isDigit = (letter: string) => /\d/.test(letter)

it('a letter for a letter, a digit for a digit, is never taken for certain, and what was meant is among the guesses', () => {
  fc.assert(
    fc.property(codes, fc.nat(6), fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ23456789'), (code, at, letter) => {
      const reference = paymentReference(code)
      const right = reference[5 + at]!
      fc.pre(letter !== right && isDigit(letter) === isDigit(right))
      const found = referencesIn(`ref ${reference.slice(0, 5 + at)}${letter}${reference.slice(6 + at)}`)
      expect(found.every(({ how }) => how === 'possible')).toBe(true)
      expect(found.map(({ orderCode }) => orderCode)).toContain(code)
    }),
  )
})

it('two neighbours that changed places are never taken for certain, and what was meant is among the guesses', () => {
  fc.assert(
    fc.property(codes, fc.nat(5), (code, at) => {
      const reference = paymentReference(code)
      const [one, other] = [reference[5 + at]!, reference[6 + at]!]
      fc.pre(one !== other && isDigit(one) === isDigit(other))
      const found = referencesIn(reference.slice(0, 5 + at) + other + one + reference.slice(7 + at))
      expect(found.every(({ how }) => how === 'possible')).toBe(true)
      expect(found.map(({ orderCode }) => orderCode)).toContain(code)
    }),
  )
})

it('text of any length and script is read without harm', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void referencesIn(text)))
  expect(referencesIn('')).toEqual([])
  expect(referencesIn(`تحويل ${paymentReference('P7KQ-4M2X')}`)[0]?.how).toBe('checked')
})
