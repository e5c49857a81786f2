import { fold } from '#app/values/text.ts'

export const MASK = '████'

export interface Masked {
  /** Names of people, of which no word may be read. */
  names: string[]
  /** Names of places of work, of which neither the whole nor a telling word may be read. */
  institutions: string[]
  /** Whether addresses, links and telephone numbers go as well. */
  hasContact: boolean
}

const CONTACT = [
  /[^\s@<>()[\]]+@[^\s@<>()[\]]+/gu,
  /\b(?:https?:\/\/|www\.)[^\s<>]+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]{2,}/gu,
  /\+?\d[\d\s().-]{6,}\d/gu,
]

/** Parts of names that are words of their own in many languages; those of institutions that name none. */
const PARTICLES = words(
  'de la le el los las del di da do dos das du des van von der den bin ibn bint abu al and et the y e',
)
const GENERIC = words(
  `university universite universidad college school institute institut instituto institution national international
   network networks reseau centre center research education ministry ministere department government public office
   company group limited technology technologies technique telecom internet exchange association foundation society
   academy service services digital science sciences system systems community hospital bank of for and the in et de
   la le les des du pour regional african africa union`,
)

/** What runs on without spaces: a name stands in it anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A text in which what names its writer is blackened. */
export function maskNames(text: string, { names, institutions, hasContact }: Masked): string {
  const bare = hasContact ? CONTACT.reduce((held, sign) => held.replace(sign, MASK), text) : text
  const parts = new Set([
    ...names.flatMap(wordsOf).filter((part) => !PARTICLES.has(part)),
    ...institutions.flatMap(wordsOf).filter((part) => !GENERIC.has(part) && (part.length > 3 || UNSPACED.test(part))),
  ])
  const unspaced = [...parts].filter((part) => UNSPACED.test(part)).toSorted((one, other) => other.length - one.length)
  const spaced = [...parts].filter((part) => !UNSPACED.test(part))
  const without = unspaced.reduce((held, part) => held.replaceAll(part, MASK), bare.normalize('NFC'))
  return withoutPhrases(without, institutions).replace(WORD, (word) => (isOneOf(word, spaced) ? MASK : word))
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

function wordsOf(name: string): string[] {
  return name.normalize('NFC').match(WORD)?.map(fold) ?? []
}

/**
 * A long part is found inside other words as well, as endings, prefixes and user names have it; a short one only as
 * the word itself, written as a name is.
 */
function isOneOf(word: string, parts: string[]): boolean {
  const folded = fold(word)
  // Arabic writes small words at the front of others.
  const bare = folded.replace(/^(ال|و|ب|ل)/, '')
  const isNamed = word !== word.toLowerCase() || word === word.toUpperCase()
  return parts.some((part) => {
    if (part.length >= 5) return folded.includes(part)
    if (part.length === 4) return folded.startsWith(part) || bare.startsWith(part)
    return part.length > 1 && (folded === part || bare === part) && isNamed
  })
}

/** An institution's whole name, whatever its words say by themselves. */
function withoutPhrases(text: string, phrases: string[]): string {
  return phrases.reduce((held, phrase) => {
    const parts = phrase.normalize('NFC').match(WORD) ?? []
    if (parts.length === 0) return held
    return held.replace(new RegExp(parts.join('[^\\p{L}\\p{M}\\p{N}]+'), 'giu'), MASK)
  }, text)
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/))
}
