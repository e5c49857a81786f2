import { randomInt } from 'node:crypto'

/** No I, L, O, U, 0 or 1: nothing that is misheard, misread or spells a word by accident. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** What the first letter of a code stands for: order (P, as in Plenary), ticket, application, certificate, waiting list. */
export type CodeKind = 'P' | 'T' | 'A' | 'C' | 'W'

/** A code that a person can read aloud: the kind and seven letters, shown as `P7KQ-4M2X`. */
export function newCode(kind: CodeKind): string {
  const letters = Array.from({ length: 7 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return `${kind}${letters.slice(0, 3)}-${letters.slice(3)}`
}

/** What a person typed, as a code: case, spaces and dashes do not matter. Null when it cannot be one. */
export function parseCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}
