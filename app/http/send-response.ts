import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { acceptedEncoding, encode, type Encoding, encodingStream, isCompressible } from './encoding.ts'
import { encodedTag } from './entity-tag.ts'
import { noLongerAwaited } from '#app/values/rush.ts'

/** How long a connection may stand still while a file is sent, in milliseconds, and how long the words of a broken one may take. */
const STALLED = 120_000
const LAST_WORDS = 1000
const LOOKING = 10

/** Pages are small and go out whole, compressed; files that may be long go out as they come, compressed on the way. */
export async function sendResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (!response.body) return void outgoing.end()
  const type = response.headers.get('Content-Type')
  const isText = isCompressible(type) && !response.headers.has('Content-Encoding')
  const wanted = isText ? acceptedEncoding(incoming.headers['accept-encoding']) : 'identity'
  if (isText && !/accept-encoding/i.test(response.headers.get('Vary') ?? ''))
    outgoing.appendHeader('Vary', 'Accept-Encoding')
  const isHead = incoming.method === 'HEAD'
  if (type?.startsWith('text/csv') || response.headers.get('Accept-Ranges') === 'none') {
    const { body } = response
    if (!isHead) return noLongerAwaited(() => stream(body, wanted, outgoing))
    await body.cancel()
    return void outgoing.end()
  }
  const sent = await encode(Buffer.from(await response.arrayBuffer()), wanted)
  const etag = response.headers.get('ETag')
  if (etag !== null) outgoing.setHeader('ETag', encodedTag(etag, sent.encoding, 'haste'))
  if (sent.encoding !== 'identity') outgoing.setHeader('Content-Encoding', sent.encoding)
  outgoing.setHeader('Content-Length', sent.body.length)
  outgoing.end(isHead ? undefined : sent.body)
}

/**
 * A source that fails half-way breaks the connection, so that no short file looks whole; what it has said before is sent,
 * since its last line says why.
 */
async function stream(body: ReadableStream<Uint8Array>, encoding: Encoding, outgoing: ServerResponse): Promise<void> {
  let fault: unknown = null
  outgoing.setTimeout(STALLED, () => outgoing.destroy())
  const source = saidBefore(body, (error) => (fault = error ?? new Error('A source broke off.')))
  if (encoding === 'identity') await pipeline(source, outgoing, { end: false })
  else {
    outgoing.setHeader('Content-Encoding', encoding)
    await pipeline(source, encodingStream(encoding), outgoing, { end: false })
  }
  if (fault === null) return void outgoing.end()
  await flushed(outgoing)
  outgoing.destroy()
}

async function* saidBefore(body: ReadableStream<Uint8Array>, onFault: (error: unknown) => void) {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    onFault(error)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** When the system has taken over what was written; a socket does not say so of less than it holds. */
async function flushed({ socket }: ServerResponse): Promise<void> {
  if (!socket) return
  const until = performance.now() + LAST_WORDS
  while (!socket.destroyed && socket.writableLength > 0 && performance.now() < until) await sleep(LOOKING)
}
