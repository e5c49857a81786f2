import { type Piece, type Placeholder, readPlaceholders, type WordsFor } from './placeholders.ts'
import { plainOfHtml } from '#app/calendar/reading/plain-of-html.ts'
import { styledHtmlOfMarkdown } from '#app/values/markdown.ts'
import { cleanLine } from '#app/values/text.ts'

/** What a placeholder stands for; an address is made a link. */
export interface FilledValue {
  text: string
  isAddress?: boolean
}

export type FilledValues = Partial<Record<Placeholder, FilledValue>>

/** An organizer's Markdown for one reader, as HTML and as text. What people are called is never taken for markup. */
export function fillWords(markdown: string, wordsFor: WordsFor, values: FilledValues): { html: string; text: string } {
  const { pieces } = readPlaceholders(markdown, wordsFor)
  const mark = markNotIn(markdown)
  const filled: FilledValue[] = []
  const marked = pieces.map((piece) => {
    if ('text' in piece) return piece.text
    const value = values[piece.placeholder] ?? { text: '' }
    const token = `${mark}${filled.push(value) - 1}z`
    return value.isAddress ? `https://${token}.invalid/` : token
  })
  const html = replaceTokens(styledHtmlOfMarkdown(marked.join(''), LOOKS), mark, filled)
  return { html, text: plainOfHtml(html) }
}

/** The same for one line without markup: a subject. */
export function fillLine(line: string, wordsFor: WordsFor, values: FilledValues): string {
  const { pieces } = readPlaceholders(line, wordsFor)
  const textOf = (piece: Piece) => ('text' in piece ? piece.text : (values[piece.placeholder]?.text ?? ''))
  return cleanLine(pieces.map(textOf).join(''))
}

/** Letters that the text does not have, so that nothing in it is taken for a place to fill. Markdown leaves them alone. */
function markNotIn(text: string): string {
  for (let number = 0; ; number++) {
    const mark = `q${number}x`
    if (!text.toLowerCase().includes(mark)) return mark
  }
}

/** Within a tag a value is part of an address; outside it is text that keeps its own direction. */
function replaceTokens(html: string, mark: string, values: FilledValue[]): string {
  const token = new RegExp(`https://${mark}(\\d+)z\\.invalid/|${mark}(\\d+)z`, 'g')
  return html
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.replace(token, (_, address: string | undefined, word: string | undefined) => {
        const { text } = values[Number(address ?? word)]!
        if (address !== undefined) return escapeHtml(text)
        return part.startsWith('<')
          ? escapeHtml(encodeURIComponent(text.toWellFormed()))
          : `<bdi>${escapeHtml(text)}</bdi>`
      }),
    )
    .join('')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return cleanLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

const INK = { class: 'ink', style: 'margin:0 0 16px;color:#15211d' }
const HEADING = {
  class: 'ink',
  style: "margin:24px 0 8px;font:700 20px/1.25 Georgia,'Times New Roman',serif;color:#15211d",
}
const LIST = { class: 'ink', style: 'margin:0 0 16px;padding:0 24px;color:#15211d' }

/** As emails/layout.ts has it: webmail heeds what stands at each tag. */
const LOOKS: Parameters<typeof styledHtmlOfMarkdown>[1] = {
  p: INK,
  h3: HEADING,
  h4: HEADING,
  h5: HEADING,
  h6: HEADING,
  ul: LIST,
  ol: LIST,
  a: { class: 'link', style: 'color:#1f3ea8' },
  blockquote: {
    class: 'mute line',
    style: 'margin:0 0 16px;padding:0 16px;border-left:3px solid #66736d;color:#55625c',
  },
  pre: { class: 'ink', style: 'margin:0 0 16px;white-space:pre-wrap;color:#15211d' },
  hr: { class: 'rule', style: 'border:0;border-top:1px solid #d2d9d2;margin:24px 0' },
}
