import { fold } from '#app/values/text.ts'

/** Whom a mail in an organizer's words is for, which decides what can stand for them in it. */
export type WordsFor = 'registration' | 'waiting' | 'programme' | 'team' | 'order'

const OF_EVENT = ['name', 'event', 'dates', 'place', 'map', 'contact', 'link'] as const

/** What may stand in braces; every one of them has a value for everybody, if only the one that is written for none. */
export const PLACEHOLDERS = {
  registration: [...OF_EVENT, 'ticket', 'track', 'code', 'balance', 'deadline'],
  waiting: [...OF_EVENT, 'wish', 'code'],
  programme: [...OF_EVENT, 'sessions'],
  team: [...OF_EVENT],
  order: [...OF_EVENT, 'code', 'balance'],
} as const satisfies Record<WordsFor, readonly string[]>

/** What an instructor may use: nothing of it is money, a code or a link with a key. */
export const TEACHING_PLACEHOLDERS: readonly Placeholder[] = [
  'name',
  'event',
  'dates',
  'place',
  'map',
  'contact',
  'track',
]

export type Placeholder = (typeof PLACEHOLDERS)[WordsFor][number]

const ALL: readonly Placeholder[] = [...new Set(Object.values(PLACEHOLDERS).flat())]

export type Piece = { text: string } | { placeholder: Placeholder }

export interface Fault {
  /** `elsewhere`: a placeholder of other mails; `brace`: a brace without its other half. */
  is: 'unknown' | 'elsewhere' | 'brace'
  written: string
  line: number
  nearest: Placeholder
}

/** A doubled brace is one brace; `{name}` is a placeholder; any other brace is a slip. */
const BRACES = /\{\{|\}\}|\{[^{}\n]*\}|[{}]/g

/** A text as it is to be filled, and what is wrong with it. What is wrong is text without its braces. */
export function readPlaceholders(text: string, wordsFor: WordsFor): { pieces: Piece[]; faults: Fault[] } {
  const known: readonly Placeholder[] = PLACEHOLDERS[wordsFor]
  const pieces: Piece[] = []
  const faults: Fault[] = []
  let from = 0
  for (const match of text.matchAll(BRACES)) {
    const [written] = match
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    from = match.index + written.length
    const name = known.find((one) => written === `{${one}}`)
    if (name) pieces.push({ placeholder: name })
    else if (written === '{{' || written === '}}') pieces.push({ text: written[0]! })
    else {
      const word = written.replace(/[{}]/g, '')
      if (word !== '') pieces.push({ text: word })
      const is = written.length === 1 ? 'brace' : ALL.some((one) => one === word) ? 'elsewhere' : 'unknown'
      const line = text.slice(0, match.index).split('\n').length
      faults.push({ is, written: [...written].slice(0, 40).join(''), line, nearest: nearestOf(word, known) })
    }
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return { pieces, faults }
}

/** The name that takes the fewest changes; one that the word holds, or is a part of, is near. */
function nearestOf(word: string, known: readonly Placeholder[]): Placeholder {
  const wanted = fold(word)
    .replace(/[^a-z]/g, '')
    .slice(0, 40)
  const score = (name: string) =>
    distance(wanted, name) - (wanted.length > 2 && (wanted.includes(name) || name.includes(wanted)) ? 20 : 0)
  return known.reduce((best, name) => (score(name) < score(best) ? name : best))
}

/** Letters to add, leave out or change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    row = next
  }
  return row[other.length]!
}
