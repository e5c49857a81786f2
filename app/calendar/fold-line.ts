const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The octets of a physical line without its line end (RFC 5545, 3.1). */
const MAXIMUM = 75

/**
 * One content line as physical lines of at most 75 octets, joined by CRLF and a space. What a reader sees as one
 * letter stays whole where a line can hold it, and so does an escape: Outlook shows broken text when `\` and `n` are
 * parted (collective/icalendar#87).
 */
export function foldLine(line: string): string {
  if (line.length <= MAXIMUM && Buffer.byteLength(line) <= MAXIMUM) return line
  let folded = ''
  let octets = 0
  for (const piece of piecesOf(line)) {
    const size = Buffer.byteLength(piece)
    if (octets + size > MAXIMUM) {
      folded += '\r\n '
      octets = 1
    }
    folded += piece
    octets += size
  }
  return folded
}

function* piecesOf(line: string): Generator<string> {
  let escape = ''
  for (const { segment } of graphemes.segment(line)) {
    if (segment === '\\' && escape === '') {
      escape = segment
      continue
    }
    const piece = escape + segment
    if (Buffer.byteLength(piece) < MAXIMUM) yield piece
    else {
      const [first, ...marks] = segment
      yield escape + first
      yield* marks
    }
    escape = ''
  }
  if (escape) yield escape
}
