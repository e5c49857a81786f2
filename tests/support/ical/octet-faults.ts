const graphemes = new Intl.Segmenter('und')

/** RFC 5545, 3.1: what is wrong with the bytes of a file, whatever they say. */
export function octetFaults(text: string): string[] {
  const faults: string[] = []
  if (text.startsWith('\uFEFF')) faults.push('a byte order mark')
  if (!text.endsWith('\r\n')) faults.push('the last line has no CRLF')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) faults.push('a line end that is not CRLF')
  if (/(?![\t\r\n])\p{Cc}/u.test(text)) faults.push('a control character')
  if (/[\u2028\u2029]/.test(text)) faults.push('a line separator')
  for (const line of text.replace(/\r\n$/, '').split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push(`more than 75 octets: ${line}`)
    if (!line.isWellFormed()) faults.push(`half a character: ${line}`)
    if (/(?<!\\)(\\\\)*\\$/.test(line)) faults.push(`an escape parted by a fold: ${line}`)
    if (line.trim() === '') faults.push('an empty line')
  }
  if (hasPartedGrapheme(text)) faults.push('a fold inside a grapheme')
  return faults
}

/** One that no line could hold may be parted. */
function hasPartedGrapheme(text: string): boolean {
  // Between two letters of ASCII nothing can be parted.
  if (!/[^\p{ASCII}]\r\n |\r\n [^\p{ASCII}]/u.test(text)) return false
  const whole = text.replace(/\r\n /g, '')
  const joints = new Set([...text.matchAll(/\r\n /g)].map((match, before) => match.index - before * 3))
  return [...graphemes.segment(whole)].some(
    ({ segment, index }) =>
      segment.length > 1 &&
      Buffer.byteLength(segment) < 74 &&
      Array.from({ length: segment.length - 1 }, (_, at) => index + at + 1).some((inside) => joints.has(inside)),
  )
}
