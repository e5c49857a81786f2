import { HEAVIEST } from './postings.ts'

/** A letter as `search-words.ts` writes it. */
const LETTER = /uv[0-9a-f]{6}|u[0-9a-f]{4}|uu|[a-z0-9]/g

/**
 * Beginnings of up to so many letters are terms of their own: one or two letters begin thousands of words, which nobody
 * could read together; four begin few.
 */
const SHORT = 3

/** The terms under which the words of an event are found, each with its weight: a word that occurs more often weighs more. */
export function termsOf(words: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const word of words.split(' ')) if (word) weights.set(word, Math.min(HEAVIEST, (weights.get(word) ?? 0) + 1))
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  for (const [word, weight] of weights) {
    const letters = word.match(LETTER) ?? []
    for (let count = 1; count <= Math.min(SHORT, letters.length); count++)
      add(`.${letters.slice(0, count).join('')}`, weight)
    if (letters.length > SHORT) add(word, weight)
  }
  return terms
}

/** The terms that begin as a word of a query does: from the first to before the last, both the same when it is one. */
export function soughtTerms(word: string): { first: string; end: string | null } {
  const letters = word.match(LETTER) ?? []
  return letters.length > SHORT ? { first: word, end: `${word}~` } : { first: `.${word}`, end: null }
}
