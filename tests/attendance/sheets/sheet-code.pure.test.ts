import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { newSheetCode, readSheetCode } from '#app/attendance/sheets/sheet-code.ts'

const ALPHABET = 'ACDEFHJKMNPQRTVWXY3479'

const codes = Array.from({ length: 200 }, () => newSheetCode(randomInt))

test('a code is seven letters that look like no other, and reads back as it is', () => {
  for (const code of codes) {
    expect(code).toMatch(/^[ACDEFHJKMNPQRTVWXY3479]{4}-[ACDEFHJKMNPQRTVWXY3479]{3}$/)
    expect(readSheetCode(code)).toEqual({ ok: true, value: code })
  }
})

test('case, spaces and dashes do not matter', () => {
  const [code] = codes as [string]
  for (const typed of [code.toLowerCase(), ` ${code.replace('-', ' ')} `, code.replace('-', '–'), [...code].join(' ')])
    expect(readSheetCode(typed)).toEqual({ ok: true, value: code })
})

test('one misread letter is always noticed, whichever it is taken for', () => {
  for (const code of codes)
    for (let at = 0; at < code.length; at++)
      for (const letter of code[at] === '-' ? '' : ALPHABET)
        if (letter !== code[at]) {
          const misread = code.slice(0, at) + letter + code.slice(at + 1)
          expect(readSheetCode(misread)).toMatchObject({ ok: false, refusals: [{ code: 'sheet-misread' }] })
        }
})

test('two letters that changed places are always noticed, however far apart they stand', () => {
  for (const code of codes) {
    const letters = [...code.replace('-', '')]
    for (let one = 0; one < letters.length; one++)
      for (let other = one + 1; other < letters.length; other++) {
        if (letters[one] === letters[other]) continue
        const swapped = letters.with(one, letters[other]!).with(other, letters[one]!).join('')
        expect(readSheetCode(swapped)).toMatchObject({ ok: false, refusals: [{ code: 'sheet-misread' }] })
      }
  }
})

test('a letter that no code has, and a code of another length, are named', () => {
  expect(readSheetCode('N7K4-M0Q')).toMatchObject({ refusals: [{ code: 'sheet-letter', details: { letter: '0' } }] })
  expect(readSheetCode('N7K4')).toMatchObject({ refusals: [{ code: 'sheet-length', details: { length: 4 } }] })
  expect(readSheetCode('')).toMatchObject({ refusals: [{ code: 'sheet-length' }] })
})
