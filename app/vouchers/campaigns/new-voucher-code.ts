import { randomInt } from 'node:crypto'

/** No I, L, O, U, 0 or 1: nothing that is misheard or misread. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Letters of a code behind its prefix: 58 bits, far more than the limits on trying let anybody guess. */
const LETTERS = 12

/** A code that nobody guesses and everybody can read aloud, as it is stored: capitals without hyphens. */
export function newVoucherCode(prefix = ''): string {
  return prefix + Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
