import { refuse, type Result } from '#app/values/refusal.ts'

/**
 * Letters and digits that nobody takes for each other in print, in handwriting or aloud: of B and 8, G and 6, I and 1, S
 * and 5, U and V, Z and 2, O, Q and 0 at most one.
 */
const ALPHABET = 'ACDEFHJKMNPQRTVWXY3479'

/** Prime, and greater than the number of letters. */
const MODULUS = 23

const LETTERS = 7

/**
 * A code of a sheet, shown as `N7K4-M3Q`. Weighted by its place, all letters with the last one, the check letter, sum to
 * nothing: one letter that is misread, or two that change places, make another sum, wherever they stand.
 */
export function newSheetCode(random: (below: number) => number): string {
  for (;;) {
    const drawn = Array.from({ length: LETTERS - 1 }, () => random(ALPHABET.length))
    // The check letter weighs one. It has a letter for all sums but one.
    const check = (MODULUS - sumOf(drawn)) % MODULUS
    const letter = ALPHABET[check]
    if (letter !== undefined) return shown(drawn.map((at) => ALPHABET[at]).join('') + letter)
  }
}

/** What was typed as a code: case, spaces and dashes do not matter. A code that no sheet can have is refused in words. */
export function readSheetCode(typed: string): Result<string, 'sheet-length' | 'sheet-letter' | 'sheet-misread'> {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}]/gu, '')
  const field = 'code'
  const strange = [...letters].find((letter) => !ALPHABET.includes(letter))
  if (strange !== undefined) return refuse({ code: 'sheet-letter', field, details: { letter: strange } })
  if (letters.length !== LETTERS)
    return refuse({ code: 'sheet-length', field, details: { length: letters.length, letters: LETTERS } })
  const places = [...letters].map((letter) => ALPHABET.indexOf(letter))
  if (sumOf(places) % MODULUS !== 0) return refuse({ code: 'sheet-misread', field })
  return { ok: true, value: shown(letters) }
}

/** The first letter weighs seven, the check letter one. */
function sumOf(places: number[]): number {
  return places.reduce((sum, place, at) => sum + (LETTERS - at) * place, 0) % MODULUS
}

function shown(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
