import type { Fact } from './facts.ts'
import type { Phrase, Say } from './phrase.ts'

const COLUMNS = 78
const RIGHT_TO_LEFT_MARK = '\u200F'

/** Lines that stay as they are: a link, a code, facts. */
export interface Block {
  lines: string[]
}

/** The text twin: paragraphs and blocks with an empty line between, and the footer under a signature mark (RFC 3676, 4.3). */
export function plainText(say: Say, body: (Phrase | Block | null)[], footer: Phrase): string {
  const paragraphs = body
    .filter((part) => part !== null)
    .map((part) => ('lines' in part ? part.lines : wrap(part.text)))
  const parts = paragraphs.map((lines) => lines.map((line) => directed(line, say)).join('\n'))
  const foot = wrap(footer.text).map((line) => directed(line, say))
  return `${parts.join('\n\n')}\n\n-- \n${foot.join('\n')}\n`
}

/** What to do, and the address for it on a line of its own. */
export function linkBlock(say: Say, label: Phrase, address: string): Block {
  return { lines: [...wrap(`${label.text}${say.t('mail.colon')}`), address] }
}

export function indented(phrase: Phrase): Block {
  return { lines: [`    ${phrase.text}`] }
}

/** Labels in one column, values in the next; a value's further lines stand under its first. */
export function factBlock(facts: Fact[]): Block {
  const column = Math.max(...facts.map((fact) => width(fact.label))) + 3
  return {
    lines: facts.flatMap(({ label, lines }) => {
      const wrapped = lines.flatMap((line) => wrap(line.text, COLUMNS - column))
      return wrapped.map(
        (line, at) => (at === 0 ? label : '').padEnd(column + (at === 0 ? label.length - width(label) : 0)) + line,
      )
    }),
  }
}

/** Breaks at spaces, so that no line is longer than `columns` unless a single word is. */
export function wrap(text: string, columns = COLUMNS): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && width(last) + 1 + width(word) <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Columns that a text takes: marks and direction characters take none. */
function width(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length
}

/** A line that begins with a foreign name still runs in the mail's direction. */
function directed(line: string, say: Say): string {
  return say.direction === 'ltr' || line === '' || /^https?:/.test(line) ? line : RIGHT_TO_LEFT_MARK + line
}
