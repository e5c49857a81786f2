import { randomBelow } from './random.ts'

export { parseCode } from './typed-code.ts'

/** No I, L, O, U, 0 or 1: nothing that is misheard, misread or spells a word by accident. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** What the first letter of a code stands for: order (P, as in Plenary), ticket, application, certificate, waiting list. */
export type CodeKind = 'P' | 'T' | 'A' | 'C' | 'W'

/** A code that a person can read aloud: the kind and seven letters, shown as `P7KQ-4M2X`. */
export function newCode(kind: CodeKind): string {
  return `${kind}${letters(3)}-${letters(4)}`
}

function letters(count: number): string {
  let text = ''
  for (let at = 0; at < count; at++) text += ALPHABET[randomBelow(ALPHABET.length)]!
  return text
}
