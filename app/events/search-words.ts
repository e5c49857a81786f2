import { fold } from '#app/values/text.ts'

/** Scripts written without spaces between words: what is sought may begin anywhere, so these go in as pairs. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}'
const LETTERS = '\\p{L}\\p{N}\\p{M}'
const RUNS = new RegExp(`[[${LETTERS}]&&[${UNSPACED}]]+|[[${LETTERS}]--[${UNSPACED}]]+`, 'gv')
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v')

/** Of a longer word so much is compared. */
const LONGEST = 78
const MOST_WORDS = 12

/** What weighs how much: a word is indexed as often as its place in the event is telling. */
const WEIGHTS = { title: 8, place: 4, people: 3, topics: 3, description: 1 } as const

export type IndexParts = Partial<Record<keyof typeof WEIGHTS, string[]>>

/** The words of a query, as `readPostings` takes them: ASCII letters and digits only, each once, twelve at most. */
export function searchWords(text: string): string[] {
  const words = runsOf(text).flatMap((run) => (isUnspaced(run) ? pairsOf(run) : [run]))
  return [...new Set(words.map(encode))].slice(0, MOST_WORDS)
}

/** The words of an event for its row in `event_search`, each as often as it weighs, however often it was written. */
export function indexWords(parts: IndexParts): string {
  const words: string[] = []
  for (const [part, weight] of Object.entries(WEIGHTS) as [keyof typeof WEIGHTS, number][]) {
    const found = (parts[part] ?? []).flatMap(runsOf).flatMap((run) => (isUnspaced(run) ? pairsAndLast(run) : [run]))
    for (const word of new Set(found.map(encode))) for (let time = 0; time < weight; time++) words.push(word)
  }
  return words.join(' ')
}

function runsOf(text: string): string[] {
  const letters = fold(text)
    .replace(/\p{Cf}/gu, '')
    .replaceAll('ς', 'σ')
    .replace(/\p{Nd}/gu, asciiDigit)
  return letters.match(RUNS) ?? []
}

function isUnspaced(run: string): boolean {
  return IS_UNSPACED.test(run)
}

/** 東京大 → 東京, 京大; one letter alone stays alone and finds every pair that begins with it. */
function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter)
}

function pairsAndLast(run: string): string[] {
  const letters = [...run]
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

/**
 * A word in letters and digits that every database compares alike: a letter outside ASCII is u and its four hexadecimal
 * digits (uv and six), and u is uu. Each letter is written by itself, so the beginning of a word is the beginning of its
 * code.
 */
function encode(word: string): string {
  let code = ''
  for (const letter of word) {
    const next = encodeLetter(letter)
    if (code.length + next.length > LONGEST) break
    code += next
  }
  return code
}

function encodeLetter(letter: string): string {
  if (letter === 'u') return 'uu'
  if (/[a-z0-9]/.test(letter)) return letter
  const hex = letter.codePointAt(0)!.toString(16)
  return hex.length > 4 ? `uv${hex.padStart(6, '0')}` : `u${hex.padStart(4, '0')}`
}

/** Unicode keeps the ten digits of a script together, beginning at …0 or …6. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0)!
  if (point < 0x660) return digit
  const row = point & ~15
  const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6
  return point - zero < 10 ? String(point - zero) : digit
}
