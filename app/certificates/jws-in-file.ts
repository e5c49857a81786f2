import { inflateSync } from 'node:zlib'

/** What one attached certificate unpacks to at most. */
const LARGEST = 64 * 1024

/** Several times as many streams as a certificate of ours has: whoever sends more makes us unpack for nothing. */
const MOST_STREAMS = 500

const STREAM = /stream\r?\n/g
const END = 'endstream'

/** The signed certificate in what somebody typed or sent: the JWS itself, or a PDF that carries it. Null without one. */
export function jwsInFile(file: Uint8Array): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return asJws(bytes.subarray(0, LARGEST).toString('utf8'))
  for (const stream of streamsOf(bytes)) {
    const found = asJws(unpacked(stream))
    if (found) return found
  }
  return null
}

/** The streams of a PDF one after the other, each looked at once: from the end of one on, the next is looked for. */
function* streamsOf(bytes: Buffer): Generator<Buffer, void> {
  const text = bytes.toString('latin1')
  const begin = new RegExp(STREAM)
  for (let count = 0; count < MOST_STREAMS; count++) {
    const mark = begin.exec(text)
    const end = mark ? text.indexOf(END, begin.lastIndex) : -1
    if (end < 0) return
    yield bytes.subarray(begin.lastIndex, end)
    begin.lastIndex = end + END.length
  }
}

/** A stream of a PDF, which is packed or not; what is too large for a certificate is left alone. */
function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream, { maxOutputLength: LARGEST }).toString('latin1')
  } catch {
    return stream.byteLength > LARGEST ? '' : stream.toString('latin1')
  }
}

/** A JWS in compact form, however it was broken into lines on its way. */
function asJws(text: string): string | null {
  const compact = text.replaceAll(/\s+/g, '')
  return /^eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{86}$/.test(compact) ? compact : null
}
