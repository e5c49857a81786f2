import { paragraph } from './layout.ts'
import type { Markup } from './markup.ts'
import type { Phrase, Say } from './phrase.ts'

/** Words of the organizers' own, as they wrote them: a paragraph wherever they left a line empty. */
export function organizersWord(say: Say, word: string, language?: string): { html: Markup[]; text: Phrase[] } {
  const pieces = word.split(/\n\s*\n/).filter((piece) => piece.trim() !== '')
  const phrases = pieces.map((piece) => say.value(piece, language))
  return { html: phrases.map(paragraph), text: phrases }
}
