import { UnreadableCalendar } from './read-entry.ts'

export interface ContentLine {
  /** Of the physical line on which it begins. */
  number: number
  text: string
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The content lines of a file, unfolded, without empty ones. A fold may part a letter of several octets (RFC 5545, 3.1),
 * so octets are joined first and read afterwards. CRLF, LF and CR end a line; a byte order mark is passed over.
 * @throws UnreadableCalendar for what is not UTF-8.
 */
export function* contentLines(content: Uint8Array): Generator<ContentLine> {
  const octets = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  let pieces: string[] = []
  let began = 0
  let number = 0
  for (const physical of physicalLines(octets)) {
    number++
    if (pieces.length > 0 && (physical.startsWith(' ') || physical.startsWith('\t'))) {
      pieces.push(physical.slice(1))
      continue
    }
    if (pieces.length > 0) yield { number: began, text: decode(pieces.join(''), began) }
    pieces = physical === '' ? [] : [physical]
    began = number
  }
  if (pieces.length > 0) yield { number: began, text: decode(pieces.join(''), began) }
}

function* physicalLines(octets: string): Generator<string> {
  const end = /\r\n|\n|\r/g
  let from = 0
  for (let match = end.exec(octets); match; match = end.exec(octets)) {
    yield octets.slice(from, match.index)
    from = end.lastIndex
  }
  yield octets.slice(from)
}

function decode(octets: string, line: number): string {
  if (/^[\x01-\x7f]*$/.test(octets)) return octets
  // UTF-16 is full of zeros, and no text has one.
  if (octets.includes('\0')) throw new UnreadableCalendar('calendar-not-utf8', line)
  try {
    return utf8.decode(Buffer.from(octets, 'latin1')).replace(/^\uFEFF/, '')
  } catch {
    throw new UnreadableCalendar('calendar-not-utf8', line)
  }
}
