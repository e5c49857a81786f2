import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { abortedWith, ReceivedForm } from './received-form.ts'
import { ReceivedHeaders } from './received-headers.ts'
import { originOf } from './origin-of.ts'

const MAXIMUM_BYTES = 8 * 1024 * 1024

/** A form with files; which forms may carry them, and how much each, `readForm` says. */
const UPLOAD_BYTES = 64 * 1024 * 1024

/**
 * A request as the web platform has it. Its origin is always that of BASE_URL: what a client writes into `Host` or
 * into an absolute or scheme-relative target decides nothing.
 * @returns null when the address cannot be read, 'too-large' when the body says that it is.
 */
export function toRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  baseUrl: string,
): Request | 'too-large' | null {
  const target = incoming.url ?? '/'
  if (!target.startsWith('/') || !isReadable(target)) return null
  const maximum = incoming.headers['content-type']?.startsWith('multipart/form-data') ? UPLOAD_BYTES : MAXIMUM_BYTES
  if (Number(incoming.headers['content-length'] ?? 0) > maximum) return 'too-large'
  const headers = new ReceivedHeaders(incoming.headers)
  const url = originOf(baseUrl) + target
  if (isPlainForm(incoming)) return new ReceivedForm(incoming, outgoing, { url: new URL(url).href, headers })
  const signal = abortedWith(outgoing)
  if (incoming.method !== 'POST')
    // HEAD is a GET whose body is not sent, so that it has the same headers.
    return new Request(url, { headers, signal })
  const whole = Readable.toWeb(incoming) as ReadableStream<Uint8Array>
  // Of a stated length there comes no more than was stated.
  const body = 'content-length' in incoming.headers ? whole : whole.pipeThrough(limit(maximum))
  // `duplex` is required for streamed bodies and not in the DOM's types.
  const init = {
    method: 'POST',
    headers,
    signal,
    body,
    duplex: 'half',
  }
  return new Request(url, init as RequestInit)
}

/** What a page's form without files sends: its length is stated, and small enough to be held. */
function isPlainForm({ method, headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return method === 'POST' && 'content-length' in headers && /^application\/x-www-form-urlencoded\b/i.test(type)
}

function isReadable(target: string): boolean {
  try {
    decodeURI(target.split('?', 1)[0] ?? '')
    return !/[\p{Cc}\\]/u.test(target)
  } catch {
    return false
  }
}

/** A body without a length that never ends is cut off, which reads as a broken form: 400. */
function limit(maximum: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > maximum) controller.error(new Error('body too large'))
      else controller.enqueue(chunk)
    },
  })
}
