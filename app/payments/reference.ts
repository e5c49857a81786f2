import { mod97 } from '#app/values/mod-97.ts'

/**
 * What a payer writes beside the money, so that it finds its order: the order's code with two check digits in front,
 * a creditor reference by ISO 11649 (`RF`, two digits by ISO 7064 MOD 97-10, then at most 21 letters and digits).
 */

/**
 * `checked`: a whole reference whose digits agree; `plain`: an order's code alone; `possible`: what a reference with one
 * slip may have meant: to be believed only where there is one such order and its amount fits.
 */
export interface FoundReference {
  orderCode: string
  how: 'checked' | 'plain' | 'possible'
}

/** `P7KQ-4M2X` as `RF65P7KQ4M2X`: twelve characters, no more than any mobile money service takes. */
export function paymentReference(orderCode: string): string {
  const bare = orderCode.replace('-', '')
  const digits = 98 - mod97(`${bare}RF00`)
  return `RF${String(digits).padStart(2, '0')}${bare}`
}

/** In groups of four, to be read and typed. */
export function shownReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Whether the check digits agree; spaces, dashes and case do not matter. */
export function isReference(typed: string): boolean {
  const bare = compact(typed)
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(bare) && mod97(bare.slice(4) + bare.slice(0, 4)) === 1
}

/** The orders that a free text may name: a bank’s remittance line, what a payer typed. The surest first, each once. */
export function referencesIn(text: string): FoundReference[] {
  const found = new Map<string, FoundReference['how']>()
  const add = (code: string, how: FoundReference['how']) => {
    if (!found.has(code)) found.set(code, how)
  }
  const whole = [...compact(text).matchAll(/(?=(RF[A-Z0-9]{10}))/g)].map((match) => match[1]!)
  for (const reference of whole.filter(isOurs)) add(reference.slice(4), 'checked')
  for (const match of upper(text).matchAll(PLAIN)) add(compact(match[0]), 'plain')
  for (const reference of whole.filter((one) => !isOurs(one)).slice(0, 3))
    for (const code of meantBy(reference)) add(code, 'possible')
  return [...found].map(([code, how]) => ({ orderCode: `${code.slice(0, 4)}-${code.slice(4)}`, how }))
}

/** The letters of our codes (values/code.ts). */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const CODE = new RegExp(`^P[${LETTERS}]{7}$`)
const PLAIN = new RegExp(`(?<![A-Z0-9])P[${LETTERS}]{3}[ -]?[${LETTERS}]{4}(?![A-Z0-9])`, 'g')

function isOurs(reference: string): boolean {
  return CODE.test(reference.slice(4)) && isReference(reference)
}

/** Every code that is one wrong character, or two changed places, away and agrees with the check digits. */
function meantBy(reference: string): Set<string> {
  const meant = new Set<string>()
  const consider = (candidate: string) => {
    if (isOurs(candidate)) meant.add(candidate.slice(4))
  }
  for (let at = 2; at < reference.length; at++) {
    const [before, after] = [reference.slice(0, at), reference.slice(at + 1)]
    for (const letter of at < 4 ? '0123456789' : LETTERS) consider(before + letter + after)
    if (after !== '') consider(before + after[0]! + reference[at]! + after.slice(1))
  }
  return meant
}

function upper(text: string): string {
  return text.normalize('NFKC').toUpperCase()
}

function compact(text: string): string {
  return upper(text).replace(/[^A-Z0-9]/g, '')
}
